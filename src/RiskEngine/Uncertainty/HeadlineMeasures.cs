using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis;

namespace RiskEngine.Uncertainty;

/// <summary>The measures of profits at the headline horizon.</summary>
internal static class HeadlineMeasures
{
    /// <summary>The measures of one column.</summary>
    public static MeasureSet Of(Scenario scenario, ReadOnlySpan<float> profits, Span<float> scratch)
    {
        var years = scenario.HeadlineHorizon.Years;
        return Measures.Of(profits, [], [], years, Math.Exp(scenario.Base.Model.RiskFreeRate * years) - 1, scenario.LargeLoss, scratch);
    }
}
