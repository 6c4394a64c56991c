using System.Runtime.InteropServices;
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
        hazards = new double[paths];
        severities = new double[paths];
        common = new float[paths];
    }

    /// <summary>Date index of an event's first occurrence on every path; 0 when it has not occurred.</summary>
    public ReadOnlySpan<short> FirstOccurrences(int e) => firstOccurrences[e];

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
            everOccurred[e].Clear();
            foreach (var effect in effects[e])
                effect.Start();
        }
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
            FindOccurrences(e, step);
        for (var e = 0; e < plan.Events.Length; e++)
        {
            if (everOccurred[e].Count + occurredNowCount[e] == 0)
                continue;
            var acting = prices ? effects[e] : onFactors[e];
            foreach (var effect in acting)
                effect.Recover(plan.Grid.StepYears(step));
            var now = Now(e);
            for (var k = 0; k < now.Length; k++)
            {
                Record(e, now[k], step);
                severities[k] = Severity(e, now[k]);
            }

            foreach (var effect in acting)
                effect.Add(now, severities.AsSpan(0, now.Length));
            foreach (var effect in acting)
            {
                if (effect.Plan.Channel != EffectChannel.Level || !effect.Changed)
                    continue;
                foreach (var f in effect.Plan.Factors)
                    effect.AddChangeTo(factors.Offset(f));
            }
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

    private ReadOnlySpan<int> Now(int e) => occurredNow[e].AsSpan(0, occurredNowCount[e]);

    private (int Event, EffectBlock Effect)[] By(EffectChannel channel) =>
        [.. effects.SelectMany((ofEvent, e) => ofEvent.Where(x => x.Plan.Channel == channel).Select(x => (e, x)))];

    private void FindOccurrences(int e, int step)
    {
        occurredNowCount[e] = 0;
        var hazard = plan.Events[e].Hazard[step];
        if (hazard == 0)
            return;

        // What is sure to come needs no trigger.
        if (double.IsInfinity(hazard) || Array.TrueForAll(plan.Events[e].TriggeredBy, isQuiet))
        {
            occurredNowCount[e] = CrossingKernel.Lower(left[e], hazard, occurredNow[e]);
            return;
        }

        Array.Fill(hazards, hazard);
        foreach (var trigger in plan.Events[e].TriggeredBy)
            Pull(trigger, step);
        occurredNowCount[e] = CrossingKernel.Lower(left[e], hazards, occurredNow[e]);
    }

    private void Pull(TriggerPlan trigger, int step)
    {
        foreach (var path in CollectionsMarshal.AsSpan(everOccurred[trigger.Source]))
        {
            // An occurrence at the very start of this step is in the past: its trigger acts. Months differ in length: one that runs out
            // within
            // the step counts for the part of the step that it acts in.
            var acts = lastStrikeYears[trigger.Source][path] + trigger.Years - plan.Grid.Years[step];
            hazards[path] *= 1 + Math.Clamp(acts / plan.Grid.StepYears(step), 0, 1) * (trigger.HazardMultiple - 1);
        }
    }

    private void Record(int e, int path, int step)
    {
        if (firstOccurrences[e][path] == 0)
        {
            firstOccurrences[e][path] = (short)(step + 1);
            everOccurred[e].Add(path);
        }

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
