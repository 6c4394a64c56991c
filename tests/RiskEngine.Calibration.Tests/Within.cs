using NUnit.Framework.Constraints;
using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests;

/// <summary>Statistical tolerance: an estimate must lie within so many of its own standard errors of the truth.</summary>
internal static class Within
{
    public static void FourErrors(ParameterEstimate estimate, double truth) => Errors(estimate, truth, 4);

    public static void ThreeErrors(ParameterEstimate estimate, double truth) => Errors(estimate, truth, 3);

    /// <summary>The mean of the errors that the fits claim.</summary>
    public static double Typical<T>(IReadOnlyCollection<T> fits, Func<T, ParameterEstimate> of) =>
        fits.Average(fit => of(fit).StandardError);

    /// <summary>The standard deviation that the fits show.</summary>
    public static double Spread<T>(IReadOnlyCollection<T> fits, Func<T, ParameterEstimate> of)
    {
        var mean = fits.Average(fit => of(fit).Value);
        return Math.Sqrt(fits.Average(fit => Math.Pow(of(fit).Value - mean, 2)));
    }

    private static void Errors(ParameterEstimate estimate, double truth, int errors)
    {
        Assert.That(estimate.StandardError, Is.GreaterThan(0));
        Constraint near = Is.EqualTo(truth).Within(errors * estimate.StandardError);
        Assert.That(estimate.Value, near);
    }
}
