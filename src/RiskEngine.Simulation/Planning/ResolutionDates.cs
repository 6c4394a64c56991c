using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Planning;

/// <summary>The dates on which something in a scenario is resolved, over all its cases, so that all of them share one grid.</summary>
public static class ResolutionDates
{
    /// <summary>The scenario's time grid.</summary>
    public static TimeGrid GridOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var dates = scenario
            .Horizons.Select(h => h.Date)
            .Concat(scenario.Cases.SelectMany(c => c.Model.Predictions.Select(p => p.Date)))
            .Concat(scenario.Cases.SelectMany(c => c.Model.Indicators.Select(i => i.Date)))
            .Concat(
                scenario
                    .Cases.SelectMany(c => c.Model.Instruments)
                    .SelectMany(i => i.Pricing?.Kind.ResolutionDates(i.Pricing.Terms) ?? [])
                    .Where(d => d <= scenario.Horizons[^1].Date)
            )
            .Concat(
                scenario.Cases.SelectMany(c => c.Model.Recommendations.Where(r => r.IsTraded).SelectMany(r => new[] { r.From, r.Until }))
            );
        return TimeGrid.Build(scenario.AsOf, scenario.Simulation.Step, dates);
    }

    /// <summary>
    /// One regular step of the scenario, whatever is settled on within it: the time over which a volatility is split into what factors
    /// explain and an instrument's own, so that no horizon changes another's risk.
    /// </summary>
    public static TimeGrid FirstPeriod(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return TimeGrid.Build(scenario.AsOf, scenario.Simulation.Step, [scenario.Simulation.Step.After(scenario.AsOf)]);
    }
}
