using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>All that attribution says of the base case.</summary>
internal static class AttributionMeasuring
{
    /// <summary>How many worlds are simulated for it.</summary>
    public static int CounterfactualsOf(Scenario scenario) =>
        ShapleyMeasuring.CounterfactualsOf(scenario.Base.Model.Risks.Count) + ClaimMeasuring.CounterfactualsOf(scenario);

    /// <summary>All but predictions over time, which end with the probabilities of all paths.</summary>
    /// <remarks>
    /// What one thread does alone comes first, while there is other work for the rest beside it; worlds, which keep all of them busy, come
    /// last.
    /// </remarks>
    public static AttributionResults Of(BaseColumns columns, CounterfactualRuns runs, int threads) =>
        new()
        {
            PredictionTimings = [],
            Indicators = IndicatorMeasuring.Of(columns),
            ReverseStress = ReverseStressMeasuring.Of(columns, threads),
            Contributions = ContributionMeasuring.Of(columns, threads),
            Shapley = [.. ShapleyMeasuring.Risks(columns, runs, threads), .. ShapleyMeasuring.Recommendations(columns, threads)],
            Claims = ClaimMeasuring.Of(columns, runs),
        };
}
