using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Plans;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>What is asked of the base case's first paths beyond its measures: views, an optimiser.</summary>
/// <param name="Views">Under the views; null where there are none.</param>
/// <param name="Optimiser">What an optimiser would hold; null where that is not asked.</param>
internal sealed record DecisionMeasuring(ViewResults? Views, OptimiserResults? Optimiser)
{
    /// <summary>Nothing was asked, or the base case was not simulated.</summary>
    public static DecisionMeasuring None { get; } = new(null, null);

    public static DecisionMeasuring Of(
        Scenario scenario,
        ViewMeasuring measuring,
        Simulation.Outcomes.CaseOutcomes outcomes,
        int threads,
        CancellationToken cancel
    )
    {
        var views = scenario.Views.Count == 0 ? null : measuring.Of(scenario.Views);
        cancel.ThrowIfCancellationRequested();
        var optimiser = scenario.Optimiser is { } settings
            ? new OptimiserMeasuring(scenario, settings, outcomes, settings.UnderViews ? measuring.Weights : PathWeights.Equal, cancel).Of(
                settings.Points
            )
            : null;
        return new DecisionMeasuring(views, optimiser);
    }

    /// <summary>The memory it works in: columns of views as they are and as they are solved; gains to choose from.</summary>
    public static Workspace Needs(Scenario scenario)
    {
        long paths = Math.Min(scenario.Simulation.Paths, Simulation.Outcomes.OutcomeSelection.ColumnPaths);
        var views = scenario.Views.Count == 0 ? 0 : (scenario.Views.Sum(v => 2L * Math.Max(1, v.On.Count)) + 6) * sizeof(double) * paths;
        var optimiser = scenario.Optimiser is null
            ? 0
            : (scenario.Base.Model.Instruments.Count + 6L) * (sizeof(float) + sizeof(double)) * paths;
        return new Workspace(1, Math.Max(views, optimiser));
    }

    /// <summary>A warning for a view that can't be held, at its place in the file.</summary>
    public IEnumerable<Diagnostic> Warnings(Scenario scenario)
    {
        if (Views?.Refused is not { } refused)
            yield break;
        var place = scenario.Ledger.FirstOrDefault(a => a.IsOf("views", refused.View.Id.Value));
        var why = refused.Alone ? "on the paths it lies" : "with the views before it, and enough scenarios left, it lies";
        yield return new Diagnostic(
            Severity.Warning,
            place is null ? new SourceLocation("scenario.yaml") : new SourceLocation(place.File, place.Line),
            $"view '{refused.View.Id}': expected a view that can be held, found {refused.View.Target:G6}; {why} between "
                + $"{refused.Low:G4} and {refused.High:G4}: no view is taken up"
        );
    }
}
