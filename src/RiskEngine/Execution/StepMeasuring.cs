using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Measuring;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Measuring.WhatIf;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Execution;

/// <summary>Does the measuring steps of a plan, and holds what they found out. Steps of different tasks may be done at once.</summary>
internal sealed class StepMeasuring(Scenario scenario, Planner planner, SortBuffers buffers, int threads, CancellationToken cancel)
{
    private readonly Dictionary<string, CaseMeasuring> parts = [];
    private readonly Dictionary<string, CaseResult> results = [];
    private readonly Dictionary<string, List<EventEffectResult>> effects = [];
    private PathWeights weights;
    private DecisionMeasuring decisions = DecisionMeasuring.None;
    private IReadOnlyList<IndicatorInformation> indicators = [];
    private IReadOnlyList<ReverseStressResult> reverseStress = [];
    private IReadOnlyList<ContributionResult> contributions = [];
    private IReadOnlyList<TailDependenceResult<Instrument>> tailDependence = [];
    private IReadOnlyList<TailDependenceResult<RiskFactor>> factorTailDependence = [];
    private IReadOnlyList<ContributionResult> contributionsWithViews = [];
    private IReadOnlyList<ShapleyResult> ofRisks = [];
    private IReadOnlyList<ShapleyResult> ofRecommendations = [];
    private IReadOnlyList<ClaimResult> claims = [];
    private IReadOnlyList<PredictionTiming>? timings;

    /// <summary>The cases, measured, in the scenario's order.</summary>
    public CaseResult[] Cases => [.. scenario.Cases.Where(c => results.ContainsKey(c.Id.Value)).Select(c => results[c.Id.Value])];

    /// <summary>Views, an optimiser.</summary>
    public DecisionMeasuring Decisions => decisions;

    /// <summary>Expected return and volatility of every instrument, and where they come from.</summary>
    public IReadOnlyList<ReturnDecomposition> Instruments { get; private set; } = [];

    /// <summary>Paths for figures under changed settings.</summary>
    public WhatIfResult? WhatIf { get; private set; }

    /// <summary>If the model is wrong.</summary>
    public UncertaintyResults? Uncertainty { get; private set; }

    /// <summary>Each event's effects: all horizons of a portfolio and variant follow each other, whichever were simulated
    /// together.</summary>
    public IReadOnlyList<EventEffectResult> EventEffects =>
        [
            .. scenario
                .Base.Model.Events.Where(e => effects.ContainsKey(e.Id.Value))
                .SelectMany(e => effects[e.Id.Value].GroupBy(x => (x.Portfolio.Id, x.Variant.Id)).SelectMany(of => of)),
        ];

    /// <summary>What carries the answer of the base case; null where that was not measured.</summary>
    public AttributionResults? Attribution =>
        timings is null
            ? null
            : new AttributionResults
            {
                PredictionTimings = timings,
                Indicators = indicators,
                ReverseStress = reverseStress,
                Contributions = contributions,
                ContributionsWithViews = contributionsWithViews,
                Shapley = [.. ofRisks, .. ofRecommendations],
                Claims = claims,
                TailDependence = tailDependence,
                FactorTailDependence = factorTailDependence,
            };

    /// <summary>Does a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="read">The outcomes that it reads, in its order.</param>
    public void Do(MeasureStep step, IReadOnlyList<CaseOutcomes> read)
    {
        cancel.ThrowIfCancellationRequested();
        switch (step.Task)
        {
            case MeasureTask.CasePart:
                PartOf(read[0]).Add(read[0]);
                break;
            case MeasureTask.Cases:
                MeasureCases(read);
                break;
            case MeasureTask.ReturnDecompositions:
                Instruments = ReturnDecompositionMeasuring.Of(scenario, planner, AtHeadline(read[0]), AtHeadline(read[1]));
                break;
            case MeasureTask.Decisions:
                var views = ViewsOf(read[0]);
                decisions = DecisionMeasuring.Of(scenario, views, read[0], threads, cancel);
                weights = views.Weights;
                break;
            case MeasureTask.ModelUncertainty:
                Uncertainty = UncertaintyMeasuring.Of(scenario, scenario.Uncertainty!, read[0], step.Workspace.Workers);
                break;
            case MeasureTask.EventEffects:
                MeasureEffects(step, read[0]);
                break;
            default:
                Attribute(step, new BaseColumns(scenario, planner, read[0]), read);
                break;
        }
    }

    private void Attribute(MeasureStep step, BaseColumns columns, IReadOnlyList<CaseOutcomes> read)
    {
        switch (step.Task)
        {
            case MeasureTask.Indicators:
                indicators = IndicatorMeasuring.Of(columns);
                break;
            case MeasureTask.WhatIf:
                WhatIf = WhatIfMeasuring.Of(columns);
                break;
            case MeasureTask.ReverseStress:
                reverseStress = ReverseStressMeasuring.Of(columns, threads);
                break;
            case MeasureTask.Contributions:
                contributions = ContributionMeasuring.Of(columns, threads);
                tailDependence = TailDependenceMeasuring.OfInstruments(columns, threads);
                factorTailDependence = TailDependenceMeasuring.OfFactors(columns, contributions, threads);
                break;
            case MeasureTask.ContributionsWithViews:
                if (!weights.AreEqual)
                    contributionsWithViews = ContributionMeasuring.Of(columns, threads, weights);
                break;
            case MeasureTask.ShapleyOfRecommendations:
                ofRecommendations = ShapleyMeasuring.Recommendations(columns, threads);
                break;
            case MeasureTask.ShapleyOfRisks:
                ofRisks = ShapleyMeasuring.Risks(columns, [.. read.Skip(1)], threads);
                break;
            case MeasureTask.Claims:
                claims = ClaimMeasuring.Of(columns, [.. read.Skip(1)]);
                break;
            case MeasureTask.PredictionTimings:
                timings = PredictionTimingMeasuring.Of(columns, results[scenario.Base.Id.Value].Predictions);
                break;
            default:
                throw new ArgumentException($"Expected a known task, found {step.Task}.", nameof(step));
        }
    }

    /// <summary>Cases side by side: much of measuring one is small work that would leave other threads idle.</summary>
    private void MeasureCases(IReadOnlyList<CaseOutcomes> read)
    {
        var measured = new CaseResult[read.Count];
        CaseMeasuring[] each = [.. read.Select(PartOf)];
        ParallelWork.Do(threads, cancel, [.. read.Select((outcomes, at) => (Action)(() => measured[at] = each[at].Finish(outcomes)))]);
        foreach (var result in measured)
            results.Add(result.Case.Id.Value, result);
    }

    private void MeasureEffects(MeasureStep step, CaseOutcomes without)
    {
        var e = scenario.Base.Model.Events.First(x => x.Id.Value == step.Event);
        if (!effects.TryGetValue(step.Event!, out var found))
            effects.Add(step.Event!, found = []);
        var with = results[scenario.Base.Id.Value];
        found.AddRange(EventMeasuring.Effects(scenario, e, with, without, step.Horizons.From..step.Horizons.To, buffers));
    }

    /// <summary>The measuring of a case, which goes on from part to part.</summary>
    private CaseMeasuring PartOf(CaseOutcomes outcomes)
    {
        var @case = outcomes.SimulatedCase.Case;
        if (!parts.TryGetValue(@case.Id.Value, out var measuring))
            parts.Add(@case.Id.Value, measuring = new CaseMeasuring(scenario, @case, planner, buffers));
        return measuring;
    }

    private ViewMeasuring ViewsOf(CaseOutcomes outcomes) =>
        new(scenario, planner.Grid, outcomes, new ResolvedMeasuring(scenario, scenario.Base.Model, planner.Grid, outcomes), threads);

    private float[][] AtHeadline(CaseOutcomes outcomes) =>
        [.. Enumerable.Range(0, outcomes.Instruments.Count).Select(i => outcomes.Instruments[i, scenario.HeadlineHorizonIndex])];
}
