using NUnit.Framework.Constraints;
using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests;

/// <summary>Statistical tolerance: an estimate must lie within four of its own standard errors of the truth.</summary>
internal static class Within
{
    public static void FourErrors(ParameterEstimate estimate, double truth)
    {
        Assert.That(estimate.StandardError, Is.GreaterThan(0));
        Constraint near = Is.EqualTo(truth).Within(4 * estimate.StandardError);
        Assert.That(estimate.Value, near);
    }
}
