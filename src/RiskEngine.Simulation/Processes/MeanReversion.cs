using System.Numerics.Tensors;
using RiskEngine.Abstractions.Time;

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
        TensorPrimitives.Exp(decay, decay);
    }

    /// <summary>How the normal of a step enters the deviation at a later date: its deviation at the step's end, decayed since.</summary>
    public static double Loading(double kappa, double sigma, TimeGrid grid, int step, int date)
    {
        var atEnd = sigma * Math.Sqrt((1 - Math.Exp(-2 * kappa * grid.StepYears(step))) / (2 * kappa));
        return atEnd * Math.Exp(-kappa * (grid.Years[date] - grid.Years[step + 1]));
    }
}
