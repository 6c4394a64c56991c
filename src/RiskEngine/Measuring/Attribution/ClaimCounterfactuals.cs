using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>The counterfactual in which a claim is false: the base case without what rests on it, while prices know the base
/// case.</summary>
internal static class ClaimCounterfactuals
{
    /// <summary>The base case without what rests on a claim; null where nothing that is simulated does.</summary>
    public static SimulatedCase? Without(Scenario scenario, ClaimRef claim)
    {
        var model = scenario.Base.Model;
        var forecasts = ClaimTracing.Forecasts(scenario, claim).ToHashSet();
        var events = EventsOf(model, claim);
        var changed = model with
        {
            // The same list where none changes: what is worked out for it is not worked out again.
            Factors =
                forecasts.Count == 0
                    ? model.Factors
                    : [.. model.Factors.Select(f => forecasts.Contains(f.Id.Value) ? f.WithoutForecast() : f)],
            Theses =
            [
                .. model.Theses.Select(t =>
                    t with
                    {
                        Exposures = [.. t.Exposures.Where(e => e.Claim != claim)],
                        Recommendations = [.. t.Recommendations.Where(r => !r.Claims.Contains(claim))],
                    }
                ),
            ],
        };
        var isModelChanged =
            !changed.Factors.SequenceEqual(model.Factors)
            || changed.Theses.Zip(model.Theses).Any(pair => pair.First.Exposures.Count < pair.Second.Exposures.Count)
            || changed.Recommendations.Count(r => r.IsTraded) < model.Recommendations.Count(r => r.IsTraded);
        if (isModelChanged)
            return new SimulatedCase(scenario.Base with { Model = changed }) { Without = events };
        return events.Count > 0 ? new SimulatedCase(scenario.Base) { Without = events } : null;
    }

    private static HashSet<Id<RiskEvent>> EventsOf(Model model, ClaimRef claim) =>
        [
            .. model.Risks.Where(r => r.Claims.Contains(claim)).Select(r => r.Id),
            .. model.Theses.SelectMany(t => t.Deals).Where(d => d.Claim == claim && d.Event is not null).Select(d => d.Event!.Id),
        ];
}
