using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Measuring;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>
/// Plans what is asked of the base case beyond its measures. Counterfactuals without events take over the paths on which none of these
/// occurs, and simulate the others again.
/// </summary>
internal sealed class BaseCasePlanner(Scenario scenario, StepList steps, int threads)
{
    // Columns of a counterfactual without an event take this much at most, or those of one horizon where these take more: the headline's
    // are there beside them.
    private const long BytesAgain = 100_000_000;

    // What an event does is sought in the few paths on which it occurs.
    private const int FewestEffectPaths = 8192;

    private readonly CounterfactualPlanner counterfactuals = new(scenario, steps);

    private string Base => scenario.Base.Id.Value;

    /// <summary>All of it, on the outcomes of the whole base case.</summary>
    public void AnalyseAtOnce(string name)
    {
        FirstPathsBeside(name, scenario.Simulation.Paths);
        if (scenario.Uncertainty is not null)
            Uncertainty(name);
        EventEffects(name);
        counterfactuals.Plan(name);
        FirstPathsLast(name);
        steps.Add(new MeasureStep("predictions over time", MeasureTask.PredictionTimings, [name]));
    }

    /// <summary>What reads only the first paths, on these; and how wrong the model may be, on the headline's profits.</summary>
    public void AnalyseBeforeParts()
    {
        var first = $"{Base}/first-paths";
        steps.Simulate(
            "attribution",
            OutcomeSelection.ColumnPaths,
            null,
            new PlannedOutcomes(first, new CaseVersion(Base), CaseParts.Whole(isAnalysed: true))
        );
        FirstPathsBeside(first, OutcomeSelection.ColumnPaths);
        counterfactuals.Plan(first);
        FirstPathsLast(first);
        steps.Add(new ReleaseStep("attribution", [first], KeepsHeadline: false));
        if (scenario.Uncertainty is null)
            return;
        var profits = $"{Base}/headline-profits";
        steps.Simulate("base", new PlannedOutcomes(profits, new CaseVersion(Base), HeadlineProfits(scenario, 0, scenario.Horizons.Count)));
        Uncertainty(profits);
        steps.Add(new ReleaseStep("base", [profits], KeepsHeadline: false));
    }

    /// <summary>What needs the base case's measures.</summary>
    /// <param name="last">Its last part: the headline, and what is resolved.</param>
    public void AnalyseAfterParts(string last)
    {
        EventEffects(last);
        steps.Add(new MeasureStep("predictions over time", MeasureTask.PredictionTimings, [last]));
    }

    /// <summary>Expected returns of the instruments, where nothing else is simulated.</summary>
    public void Returns()
    {
        var keep = ReturnSelection() with { Resolved = true };
        steps.Simulate("instruments", new PlannedOutcomes(Base, new CaseVersion(Base), keep));
        ReturnDecompositions(Base, scenario.Simulation.Paths);
        steps.Add(new ReleaseStep("instruments", [Base], KeepsHeadline: false));
    }

    /// <summary>The profits of the headline variants at some horizons.</summary>
    public static OutcomeSelection HeadlineProfits(Scenario scenario, int begin, int end) =>
        HeadlineProfits(scenario.Base.Model, begin, end);

    /// <summary>The same of a model, which may be a counterfactual's.</summary>
    public static OutcomeSelection HeadlineProfits(Model model, int begin, int end) =>
        new(VariantSelection.Headline, Horizons: end)
        {
            Only =
            [
                .. from p in PortfolioIndex.First(model.Portfolios.Count)
                from v in model.Variants.Headline
                from h in HorizonIndex.First(end).Skip(begin)
                select new KeptColumns(p, v, h, OutcomeColumns.Profits),
            ],
        };

    private OutcomeSelection ReturnSelection() =>
        new(VariantSelection.None, Instruments: true, Horizons: scenario.HeadlineHorizonIndex.Value + 1);

    /// <summary>Views and what an optimiser makes of them.</summary>
    public void Views(string name) =>
        steps.Add(new MeasureStep("views and optimiser", MeasureTask.Decisions, [name]) { Workspace = DecisionMeasuring.Needs(scenario) });

    /// <summary>What one thread does alone, begun before the steps that keep all of them busy.</summary>
    private void FirstPathsBeside(string name, int paths)
    {
        Views(name);
        steps.Add(new MeasureStep("indicators", MeasureTask.Indicators, [name]));
        steps.Add(new MeasureStep("what-if", MeasureTask.WhatIf, [name]));
        steps.Add(
            new MeasureStep("reverse stress", MeasureTask.ReverseStress, [name])
            {
                Workspace = ReverseStressMeasuring.Needs(scenario, threads),
            }
        );
        steps.Add(
            new MeasureStep("contributions", MeasureTask.Contributions, [name])
            {
                Workspace = ContributionMeasuring.Needs(scenario, threads),
            }
        );
        steps.Add(new MeasureStep("recommendations' Shapley values", MeasureTask.ShapleyOfRecommendations, [name]));
        ReturnDecompositions(name, paths);
    }

    private void FirstPathsLast(string name)
    {
        if (scenario.Views.Count > 0)
        {
            steps.Add(
                new MeasureStep("contributions under the views", MeasureTask.ContributionsWithViews, [name])
                {
                    Workspace = ContributionMeasuring.Needs(scenario, threads),
                }
            );
        }
    }

    private void Uncertainty(string name) =>
        steps.Add(
            new MeasureStep("model uncertainty", MeasureTask.ModelUncertainty, [name])
            {
                Workspace = UncertaintyMeasuring.Needs(scenario.Simulation.Paths, threads),
            }
        );

    private void ReturnDecompositions(string known, int paths)
    {
        const string stage = "instruments without events";
        var quiet = new CaseVersion(Base) { Without = [.. scenario.Base.Model.Events.Select(e => e.Id.Value)], WithoutExits = true };
        var name = $"{Base}/without-events";
        steps.Simulate(stage, paths, known, new PlannedOutcomes(name, quiet, ReturnSelection()));
        steps.Add(new MeasureStep("expected returns", MeasureTask.ReturnDecompositions, [known, name]));
        steps.Add(new ReleaseStep(stage, [name], KeepsHeadline: false));
    }

    /// <summary>Paths on which the effects of events are measured.</summary>
    public static int EffectPaths(Scenario scenario) =>
        ManyEvents.Fewer(scenario.Simulation.Paths, scenario.Base.Model.Events.Count(), FewestEffectPaths);

    private void EventEffects(string known)
    {
        var (paths, count) = (EffectPaths(scenario), scenario.Horizons.Count);
        const string firstStage = "base without an event";
        if (paths < scenario.Simulation.Paths)
        {
            known = $"{Base}/first-{paths}-of-effects";
            var keep = HeadlineProfits(scenario, 0, count) with { Resolved = true };
            steps.Simulate(firstStage, paths, null, new PlannedOutcomes(known, new CaseVersion(Base), keep));
        }

        var one = OutcomeShape.Of(scenario, scenario.Base.Model, HeadlineProfits(scenario, 0, 1), paths).Bytes;
        var together = (int)Math.Clamp(BytesAgain / one, 1, count);
        foreach (var e in scenario.Base.Model.Events)
        {
            for (var from = 0; from < count; from += together)
            {
                var to = Math.Min(from + together, count);
                var (stage, name) = ($"base without {e.Id}", $"{Base}/without/{e.Id}/{from}-{to}");
                var version = new CaseVersion(Base) { Without = [e.Id.Value] };
                steps.Simulate(stage, paths, known, new PlannedOutcomes(name, version, HeadlineProfits(scenario, from, to)));
                steps.Add(new MeasureStep(stage, MeasureTask.EventEffects, [name]) { Event = e.Id.Value, Horizons = (from, to) });
                steps.Add(new ReleaseStep(stage, [name], KeepsHeadline: false));
            }
        }

        if (paths < scenario.Simulation.Paths)
            steps.Add(new ReleaseStep(firstStage, [known], KeepsHeadline: false));
    }
}
