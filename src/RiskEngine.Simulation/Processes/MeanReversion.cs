using System.Numerics.Tensors;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>What mean-reverting processes share: rates from half-lives, decay over a step, loadings.</summary>
internal static class MeanReversion
{
    private const double Ln2 = 0.693147180559945309;

    /// <summary>kappa = ln 2 / halfLife, a year.</summary>
    public static double Rate(double halfLife) => Ln2 / halfLife;

    /// <summary>Writes e^(-kappa years) for every path.</summary>
    public static void Decay(ReadOnlySpan<double> halfLife, double years, Span<double> decay)
    {
        TensorPrimitives.Divide(-Ln2 * years, halfLife, decay);
        ExpKernel.Transform(decay, decay);
    }

    /// <summary>
    /// Writes for every path what a step leaves of a deviation, e^(-kappa h), and the standard deviation that it adds for a volatility of
    /// 1, sqrt((1 - e^(-2 kappa h)) / (2 kappa)).
    /// </summary>
    /// <param name="halfLife">One half-life per path.</param>
    /// <param name="isSame">Whether they are all the same.</param>
    /// <param name="years">h.</param>
    /// <param name="decay">What is left.</param>
    /// <param name="deviation">What is added.</param>
    public static void OfStep(ReadOnlySpan<double> halfLife, bool isSame, double years, Span<double> decay, Span<double> deviation)
    {
        var of = isSame ? 1 : halfLife.Length;
        var from = halfLife[..of];
        var left = decay[..of];
        var added = deviation[..of];
        Decay(from, years, left);
        TensorPrimitives.Multiply(left, left, added);
        TensorPrimitives.Subtract(1, added, added);
        TensorPrimitives.Multiply(added, from, added);
        TensorPrimitives.Multiply(added, 0.5 / Ln2, added);
        TensorPrimitives.Sqrt(added, added);
        if (!isSame)
            return;
        decay.Fill(decay[0]);
        deviation.Fill(deviation[0]);
    }

    /// <summary>How the normal of a step enters the deviation at a later date: its deviation at the step's end, decayed since.</summary>
    public static double Loading(double kappa, double sigma, TimeGrid grid, int step, int date)
    {
        var atEnd = sigma * Math.Sqrt((1 - Math.Exp(-2 * kappa * grid.StepYears(step))) / (2 * kappa));
        return atEnd * Math.Exp(-kappa * (grid.Years[date] - grid.Years[step + 1]));
    }
}
