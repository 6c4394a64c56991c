using RiskEngine.Abstractions.Measures;

namespace RiskEngine;

/// <summary>How sure a measure is to be before a run stops.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Horizon">Name of the horizon, as in the scenario.</param>
/// <param name="Error">
/// The largest absolute error: half the width of the 95% interval, in the measure's unit (0.002 is 0.2% of the portfolio), over all
/// portfolios of the first simulated case, as held and following all.
/// </param>
public sealed record PrecisionTarget(MeasureKind Measure, string Horizon, double Error)
{
    /// <summary>Paths that are simulated at most, unless the run says otherwise.</summary>
    public const int MostPaths = 1_000_000;
}
