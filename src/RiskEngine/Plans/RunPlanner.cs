using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>
/// Plans a run: which cases are simulated together, which ones in several steps, and what is asked of the base case beside its measures.
/// </summary>
internal sealed class RunPlanner
{
    // Columns of cases that are simulated together take this much memory at most; a case that takes more is simulated alone.
    private const long BytesTogether = 250_000_000;

    private readonly Scenario scenario;
    private readonly RunOptions options;
    private readonly StepList steps;
    private readonly BaseCasePlanner baseCase;

    private RunPlanner(Scenario scenario, RunOptions options, int threads)
    {
        this.scenario = scenario;
        this.options = options;
        steps = new StepList(scenario);
        baseCase = new BaseCasePlanner(scenario, steps, threads);
    }

    /// <summary>The steps that simulate cases and measure them.</summary>
    public static IReadOnlyList<RunStep> Cases(Scenario scenario, IReadOnlyList<Case> cases, RunOptions options, int threads)
    {
        var planner = new RunPlanner(scenario, options, threads);
        planner.Plan(cases);
        return planner.steps.All;
    }

    /// <summary>The steps that only find out what instruments are expected to return.</summary>
    public static IReadOnlyList<RunStep> ReturnsOnly(Scenario scenario, int threads)
    {
        var list = new StepList(scenario);
        new BaseCasePlanner(scenario, list, threads).Returns();
        return list.All;
    }

    /// <summary>The step that simulates what a precision is judged by: a case's headline variants to a horizon.</summary>
    public static SimulateStep Precision(Scenario scenario, Case @case, int horizon)
    {
        var list = new StepList(scenario);
        var keep = new OutcomeSelection(VariantSelection.Headline, Horizons: horizon + 1);
        return list.Simulate("precision", new PlannedOutcomes(@case.Id.Value, new CaseVersion(@case.Id.Value), keep));
    }

    private void Plan(IReadOnlyList<Case> cases)
    {
        var at = 0;
        while (at < cases.Count)
        {
            var parts = PartsOf(cases[at]);
            var together = parts.Count > 1 ? [cases[at]] : cases.Skip(at).Take(Together(cases, at)).ToArray();
            if (parts.Count > 1)
                InParts(cases[at], parts);
            else
                AtOnce(together);
            at += together.Length;
        }
    }

    private bool TakesViews(Case @case) => @case == scenario.Base && options.Views && scenario.Views.Count > 0;

    private bool IsAnalysed(Case @case) => @case == scenario.Base && !options.MeasuresOnly;

    /// <summary>What is kept of a case that is simulated at once.</summary>
    private OutcomeSelection Whole(Case @case) =>
        options.HeadlineOnly
            ? CaseParts.Headline(scenario, @case, options.Drawdowns) with
            {
                Instruments = TakesViews(@case),
            }
            : CaseParts.Whole(IsAnalysed(@case));

    private IReadOnlyList<OutcomeSelection> PartsOf(Case @case) =>
        options.HeadlineOnly ? [Whole(@case)] : CaseParts.Of(scenario, @case, IsAnalysed(@case), options.ColumnBytes);

    /// <summary>How many cases from one on are simulated together.</summary>
    private int Together(IReadOnlyList<Case> cases, int from)
    {
        var (count, bytes) = (0, 0L);
        foreach (var next in cases.Skip(from))
        {
            bytes += OutcomeShape.Of(scenario, next.Model, Whole(next), scenario.Simulation.Paths).Bytes;
            if (count > 0 && bytes > Math.Min(BytesTogether, options.ColumnBytes))
                break;
            count++;
        }

        return count;
    }

    private void AtOnce(Case[] group)
    {
        var stage = group.Length == 1 ? $"case {group[0].Id}" : $"cases {group[0].Id} to {group[^1].Id}";
        string[] names = [.. group.Select(c => c.Id.Value)];
        steps.Simulate(stage, [.. group.Select(c => new PlannedOutcomes(c.Id.Value, new CaseVersion(c.Id.Value), Whole(c)))]);
        steps.Add(new MeasureStep(stage, MeasureTask.Cases, names));
        if (Array.Find(group, TakesViews) is { } believed)
            baseCase.Views(believed.Id.Value);
        string[] analysed = [.. group.Where(IsAnalysed).Select(c => c.Id.Value)];
        if (names.Except(analysed).ToArray() is { Length: > 0 } measured)
            steps.Add(new ReleaseStep(stage, measured, KeepsHeadline: true));
        foreach (var name in analysed)
        {
            baseCase.AnalyseAtOnce(name);
            steps.Add(new ReleaseStep($"case {name}", [name], KeepsHeadline: true));
        }
    }

    /// <summary>
    /// The base case is analysed before its parts, on the first paths and on the headline's profits alone, so that nothing of it is in
    /// memory beside them; what needs its measures comes last.
    /// </summary>
    private void InParts(Case @case, IReadOnlyList<OutcomeSelection> parts)
    {
        if (IsAnalysed(@case))
            baseCase.AnalyseBeforeParts();
        for (var at = 0; at < parts.Count; at++)
        {
            var (stage, name, isLast) = (
                $"case {@case.Id}, part {at + 1} of {parts.Count}",
                $"{@case.Id}/part-{at + 1}",
                at + 1 == parts.Count
            );
            steps.Simulate(stage, new PlannedOutcomes(name, new CaseVersion(@case.Id.Value), parts[at]));
            steps.Add(new MeasureStep(stage, isLast ? MeasureTask.Cases : MeasureTask.CasePart, [name]));
            if (isLast && IsAnalysed(@case))
                baseCase.AnalyseAfterParts(name);
            steps.Add(new ReleaseStep(stage, [name], KeepsHeadline: isLast));
        }
    }
}
