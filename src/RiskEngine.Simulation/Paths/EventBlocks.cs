using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Parameters;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The events of one block of paths: which has occurred when, and what is left of it. An event occurs in the step in which the hazard that
/// has added up reaches the path's draw of an exponential; one that recurs draws anew and begins with the next step.
/// </summary>
internal sealed class EventBlocks
{
    private readonly CasePlan plan;
    private readonly DrawBlock draws;
    private readonly CaseDraws places;
    private readonly double[][] left;
    private readonly short[][] occurrences;
    private readonly short[][] firstOccurrences;
    private readonly double[][] lastStrikeYears;
    private readonly int[][] occurredNow;
    private readonly int[] occurredNowCount;
    private readonly List<int>[] everOccurred;
    private readonly ConvexityBlocks convexity;
    private readonly EffectBlock[][] effects;
    private readonly EffectBlock[][] onFactors;
    private readonly (int Event, EffectBlock Effect)[] correlations;
    private readonly (int Event, EffectBlock Effect)[] volatilities;
    private readonly Predicate<TriggerPlan> isQuiet;
    private readonly TriggeredHazards triggered;
    private readonly ExcitedBlocks excited;
    private readonly double[] hazards;
    private readonly double[] severities;
    private readonly float[] common;

    public EventBlocks(CasePlan plan, DrawBlock draws, CaseDraws places, int paths)
    {
        this.plan = plan;
        this.draws = draws;
        this.places = places;

        // A counterfactual goes without many of its case's events: they take no memory.
        left = [.. plan.Events.Select(e => new double[e.MayOccur ? paths : 0])];
        occurrences = [.. plan.Events.Select(e => new short[e.MayOccur ? paths : 0])];
        firstOccurrences = [.. plan.Events.Select(_ => new short[paths])];
        Steps = new OccurrenceSteps(plan, paths);
        lastStrikeYears = [.. plan.Events.Select(e => new double[e.MayOccur ? paths : 0])];
        occurredNow = [.. plan.Events.Select(e => new int[e.MayOccur ? paths : 0])];
        occurredNowCount = new int[plan.Events.Length];
        everOccurred = [.. plan.Events.Select(e => new List<int>(e.MayOccur ? paths : 0))];
        convexity = new ConvexityBlocks(plan, paths);
        effects =
        [
            .. plan.Events.Select((e, at) => e.Effects.Select(x => new EffectBlock(x, everOccurred[at], paths, convexity)).ToArray()),
        ];
        onFactors = [.. effects.Select(ofEvent => ofEvent.Where(x => x.Plan.Factors.Length > 0).ToArray())];
        correlations = By(EffectChannel.Correlation);
        volatilities = By(EffectChannel.Volatility);
        isQuiet = trigger => everOccurred[trigger.Source].Count == 0;
        triggered = new TriggeredHazards(plan, everOccurred, lastStrikeYears);
        excited = new ExcitedBlocks(plan, this, paths);
        hazards = new double[paths];
        severities = new double[paths];
        common = new float[paths];
    }

    /// <summary>Date index of an event's first occurrence on every path; 0 when it has not occurred.</summary>
    public ReadOnlySpan<short> FirstOccurrences(int e) => firstOccurrences[e];

    /// <summary>In which steps events that recur have occurred.</summary>
    public OccurrenceSteps Steps { get; }

    /// <summary>Forgets all occurrences.</summary>
    public void Start()
    {
        for (var e = 0; e < plan.Events.Length; e++)
        {
            if (!plan.Events[e].MayOccur)
                continue;
            draws.Once(places.Occurrences[e]).CopyTo(left[e]);
            Array.Clear(occurrences[e]);
            Array.Clear(firstOccurrences[e]);
            Steps.Start(e);
            everOccurred[e].Clear();
            foreach (var effect in effects[e])
                effect.Start();
        }

        excited.Start();
    }

    /// <summary>Reshapes the step's normals where an earlier occurrence still raises correlation: mixes in a normal of deviation
    /// one.</summary>
    public void ShapeCorrelations(int step, FactorBlocks factors)
    {
        foreach (var (e, effect) in correlations)
        {
            if (everOccurred[e].Count == 0)
                continue;
            effect.Prepare();
            draws.FillShared(effect.Plan.Common, step, common);
            foreach (var f in effect.Plan.Factors)
                effect.RaiseCorrelation(factors.Normals(f), common);
        }
    }

    /// <summary>Scales the step's normals where an earlier occurrence still raises volatility.</summary>
    public void ShapeVolatilities(FactorBlocks factors)
    {
        foreach (var (e, effect) in volatilities)
        {
            if (everOccurred[e].Count == 0)
                continue;
            effect.Prepare();
            foreach (var f in effect.Plan.Factors)
                effect.RaiseVolatility(factors.Normals(f));
        }
    }

    /// <summary>
    /// Takes half of the variance that lasting effects add or remove in this step out of instruments: it moves no expected value.
    /// </summary>
    public void TakeOutConvexity(int step, InstrumentBlocks instruments)
    {
        convexity.Clear();
        foreach (var (e, effect) in correlations)
        {
            if (everOccurred[e].Count > 0)
                convexity.Add(effect);
        }

        foreach (var (e, effect) in volatilities)
        {
            if (everOccurred[e].Count > 0)
                convexity.Add(effect);
        }

        convexity.TakeOut(plan.Grid.StepYears(step), instruments);
    }

    /// <summary>Decides on which paths an event occurs in this step, lets earlier effects recover, and moves the factors that are
    /// hit.</summary>
    /// <param name="step">The step.</param>
    /// <param name="factors">The factors.</param>
    /// <param name="prices">Whether instruments still move; else what would hit them alone is left as it is.</param>
    public void Occurrence(int step, FactorBlocks factors, bool prices)
    {
        // All hazards see the occurrences of earlier steps only, so that the order of the events does not matter.
        for (var e = 0; e < plan.Events.Length; e++)
        {
            occurredNowCount[e] = 0;
            if (!excited.Has(e))
                FindOccurrences(e, step);
            else if (plan.Events[e].MayOccur)
                triggered.Fill(e, step, excited.Hazards(e));
        }

        excited.Step(step);
        for (var e = 0; e < plan.Events.Length; e++)
        {
            if (everOccurred[e].Count + occurredNowCount[e] == 0)
                continue;
            var acting = prices ? effects[e] : onFactors[e];
            foreach (var effect in acting)
                effect.Recover(plan.Grid.StepYears(step));
            if (excited.Has(e))
            {
                // Each of these has been recorded when it occurred; a path may stand there several times.
                for (var from = 0; from < excited.Count(e); from += severities.Length)
                {
                    foreach (var effect in acting)
                        effect.Add(excited.Paths(e, from, severities.Length), excited.Severities(e, from, severities.Length));
                }

                MoveFactors(acting, factors);
                continue;
            }

            var now = Now(e);
            for (var k = 0; k < now.Length; k++)
            {
                Record(e, now[k], step);
                severities[k] = Severity(e, now[k]);
            }

            foreach (var effect in acting)
                effect.Add(now, severities.AsSpan(0, now.Length));
            MoveFactors(acting, factors);
        }
    }

    /// <summary>Hits instruments with this step's occurrences and recoveries, and ends companies that an occurrence ends.</summary>
    /// <param name="step">The step.</param>
    /// <param name="instruments">The instruments.</param>
    /// <param name="companies">The companies.</param>
    /// <param name="prices">Whether instruments still move.</param>
    public void Hit(int step, InstrumentBlocks instruments, CompanyBlocks companies, bool prices)
    {
        for (var e = 0; e < plan.Events.Length; e++)
        {
            if (everOccurred[e].Count == 0)
                continue;
            foreach (var effect in prices ? effects[e] : [])
            {
                if (effect.Plan.Channel != EffectChannel.Level || !effect.Changed)
                    continue;
                foreach (var i in effect.Plan.Instruments)
                    effect.Hit(i, instruments);
            }

            if (plan.Events[e].Exit is not { } exit)
                continue;
            foreach (var path in Now(e))
                companies.Exit(exit.Company, path, step, exit.State, exit.Multiple.At(Severity(e, path)), instruments);
        }
    }

    /// <summary>Marks the paths on which an event has just moved something at once.</summary>
    public void MarkJumps(Span<bool> jumped)
    {
        for (var e = 0; e < plan.Events.Length; e++)
        {
            if (occurredNowCount[e] == 0 || !Array.Exists(effects[e], x => x.Plan.Channel == EffectChannel.Level))
                continue;
            foreach (var path in Now(e))
                jumped[path] = true;
        }
    }

    /// <summary>What is left of the hazard until an event occurs next, on every path.</summary>
    internal double[] Left(int e) => left[e];

    /// <summary>Notes an occurrence of an event that excites or is excited, and gives its severity rank.</summary>
    internal double Note(int e, int path, int step)
    {
        var isFirstOfStep = occurredNowCount[e] == 0 || occurredNow[e][occurredNowCount[e] - 1] != path;
        if (isFirstOfStep)
            occurredNow[e][occurredNowCount[e]++] = path;
        Record(e, path, step);
        return Severity(e, path);
    }

    private static void MoveFactors(EffectBlock[] acting, FactorBlocks factors)
    {
        foreach (var effect in acting)
        {
            if (effect.Plan.Channel != EffectChannel.Level || !effect.Changed)
                continue;
            foreach (var f in effect.Plan.Factors)
                effect.AddChangeTo(factors.Offset(f));
        }
    }

    private ReadOnlySpan<int> Now(int e) => occurredNow[e].AsSpan(0, occurredNowCount[e]);

    private (int Event, EffectBlock Effect)[] By(EffectChannel channel) =>
        [.. effects.SelectMany((ofEvent, e) => ofEvent.Where(x => x.Plan.Channel == channel).Select(x => (e, x)))];

    private void FindOccurrences(int e, int step)
    {
        var hazard = plan.Events[e].Hazard[step];
        if (hazard == 0)
            return;

        // What is sure to come needs no trigger.
        if (double.IsInfinity(hazard) || Array.TrueForAll(plan.Events[e].TriggeredBy, isQuiet))
        {
            occurredNowCount[e] = CrossingKernel.Lower(left[e], hazard, occurredNow[e]);
            return;
        }

        triggered.Fill(e, step, hazards);
        occurredNowCount[e] = CrossingKernel.Lower(left[e], hazards, occurredNow[e]);
    }

    private void Record(int e, int path, int step)
    {
        if (firstOccurrences[e][path] == 0)
        {
            firstOccurrences[e][path] = (short)(step + 1);
            everOccurred[e].Add(path);
        }

        Steps.Note(e, path, step);
        var count = ++occurrences[e][path];
        lastStrikeYears[e][path] = plan.Grid.Years[step + 1];
        left[e][path] = plan.Events[e].Recurs
            ? ParameterQuantile.Hazard.At(draws.Later(plan.Events[e].Occurrences, path, (uint)count))
            : double.PositiveInfinity;
    }

    /// <summary>The severity rank of a path's latest occurrence.</summary>
    private double Severity(int e, int path) =>
        occurrences[e][path] == 1
            ? draws.Once(places.Severities[e])[path]
            : draws.Later(plan.Events[e].Severity, path, (uint)occurrences[e][path] - 1);
}
