using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Plans;

namespace RiskEngine.Measuring;

/// <summary>What is measured on fewer paths, or not at all, because there are very many risks or recommendations.</summary>
internal static class ManyEventsNotices
{
    public static IEnumerable<Diagnostic> Of(Scenario scenario, RunOptions options)
    {
        if (options.MeasuresOnly)
            yield break;
        var model = scenario.Base.Model;
        var (place, events) = (new SourceLocation("scenario.yaml"), model.Events.Count());
        if (events > ManyEvents.Few)
        {
            yield return new Diagnostic(
                Severity.Notice,
                place,
                $"{events} risks and deals: what each one does is measured on the first "
                    + $"{BaseCasePlanner.EffectPaths(scenario):N0} paths, and "
                    + $"what coalitions of risks and false claims do on "
                    + $"{CounterfactualPlanner.PathsOf(scenario):N0}, with intervals as wide "
                    + $"as these make them; up to {ManyEvents.Few} are measured on more"
            );
        }

        foreach (var (what, count) in new[] { ("risks", model.Risks.Count), ("recommendations", model.Variants.Traded.Count) })
        {
            if (count <= ShapleyMeasuring.MostPlayers)
                continue;
            yield return new Diagnostic(
                Severity.Notice,
                place,
                $"{count} {what}: their joint effect is not shared among them (Shapley values), which is done for up to "
                    + $"{ShapleyMeasuring.MostPlayers}"
            );
        }
    }
}
