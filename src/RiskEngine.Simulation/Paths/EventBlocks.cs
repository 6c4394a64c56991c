using RiskEngine.Abstractions.Risks;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The events of one block of paths: who has struck when, and what is left of it.</summary>
internal sealed class EventBlocks
{
    private const double TwoToMinus32 = 1.0 / 4294967296.0;

    private readonly WorldPlan plan;
    private readonly int paths;
    private readonly short[][] firstStrikes;
    private readonly double[][] lastStrikeYears;
    private readonly List<int>[] struckNow;
    private readonly List<int>[] struckEver;
    private readonly EffectBlock[][] effects;
    private readonly (int Event, EffectBlock Effect)[] correlations;
    private readonly (int Event, EffectBlock Effect)[] volatilities;
    private readonly uint[] words;
    private readonly float[] common;

    public EventBlocks(WorldPlan plan, int paths)
    {
        this.plan = plan;
        this.paths = paths;
        firstStrikes = [.. plan.Events.Select(_ => new short[paths])];
        lastStrikeYears = [.. plan.Events.Select(_ => new double[paths])];
        struckNow = [.. plan.Events.Select(_ => new List<int>(paths))];
        struckEver = [.. plan.Events.Select(_ => new List<int>(paths))];
        effects = [.. plan.Events.Select((e, at) => e.Effects.Select(x => new EffectBlock(x, struckEver[at], paths)).ToArray())];
        correlations = By(EffectChannel.Correlation);
        volatilities = By(EffectChannel.Volatility);
        words = new uint[paths];
        common = new float[paths];
    }

    /// <summary>Date index of an event's first strike on every path; 0 when it has not struck.</summary>
    public ReadOnlySpan<short> FirstStrikes(int e) => firstStrikes[e];

    /// <summary>Forgets all strikes.</summary>
    public void Start()
    {
        for (var e = 0; e < plan.Events.Length; e++)
        {
            Array.Clear(firstStrikes[e]);
            Array.Fill(lastStrikeYears[e], double.NegativeInfinity);
            struckEver[e].Clear();
            foreach (var effect in effects[e]) effect.Start();
        }
    }

    /// <summary>Reshapes the step's normals where an earlier strike still raises correlation: mixes in a normal of deviation one.</summary>
    public void ShapeCorrelations(int step, long firstPath, FactorBlocks factors)
    {
        foreach (var (e, effect) in correlations)
        {
            if (struckEver[e].Count == 0) continue;
            effect.Plan.Common.FillNormals(firstPath, plan.DrawCounters[step], common);
            foreach (var f in effect.Plan.Factors) effect.RaiseCorrelation(factors.Normals(f), common);
        }
    }

    /// <summary>Scales the step's normals where an earlier strike still raises volatility.</summary>
    public void ShapeVolatilities(FactorBlocks factors)
    {
        foreach (var (e, effect) in volatilities)
        {
            if (struckEver[e].Count == 0) continue;
            foreach (var f in effect.Plan.Factors) effect.RaiseVolatility(factors.Normals(f));
        }
    }

    /// <summary>Takes half of the variance that lasting effects add or remove in this step out of instruments: it moves no expected value.</summary>
    public void TakeOutConvexity(int step, InstrumentBlocks instruments)
    {
        foreach (var (e, effect) in correlations.Concat(volatilities))
        {
            if (struckEver[e].Count > 0) effect.TakeOutConvexity(plan.Grid.StepYears(step), instruments);
        }
    }

    /// <summary>Decides who is struck in this step, lets earlier effects recover, and moves the factors that are hit.</summary>
    public void Strike(int step, long firstPath, FactorBlocks factors)
    {
        // All hazards see the strikes of earlier steps only, so that the order of the events does not matter.
        for (var e = 0; e < plan.Events.Length; e++) FindStrikes(e, step, firstPath);
        for (var e = 0; e < plan.Events.Length; e++)
        {
            if (struckEver[e].Count + struckNow[e].Count == 0) continue;
            Record(e, step);
            foreach (var effect in effects[e])
            {
                effect.Recover(plan.Grid.StepYears(step));
                foreach (var path in struckNow[e])
                {
                    effect.Add(path, plan.Events[e].Severity.Uniform(firstPath + path, plan.DrawCounters[step]));
                }

                if (effect.Plan.Channel != EffectChannel.Level || !effect.Changed) continue;
                foreach (var f in effect.Plan.Factors) effect.AddChangeTo(factors.Offset(f));
            }
        }
    }

    /// <summary>Hits instruments with this step's strikes and recoveries, and ends companies that a strike ends.</summary>
    public void Hit(int step, long firstPath, InstrumentBlocks instruments, CompanyBlocks companies)
    {
        for (var e = 0; e < plan.Events.Length; e++)
        {
            if (struckEver[e].Count == 0) continue;
            foreach (var effect in effects[e])
            {
                if (effect.Plan.Channel != EffectChannel.Level || !effect.Changed) continue;
                foreach (var i in effect.Plan.Instruments) effect.Hit(i, instruments);
            }

            if (plan.Events[e].Exit is not { } exit) continue;
            foreach (var path in struckNow[e])
            {
                var rank = plan.Events[e].Severity.Uniform(firstPath + path, plan.DrawCounters[step]);
                companies.Exit(exit.Company, path, step, exit.State, exit.Multiple.At(rank), instruments);
            }
        }
    }

    private (int Event, EffectBlock Effect)[] By(EffectChannel channel) =>
        [.. effects.SelectMany((ofEvent, e) => ofEvent.Where(x => x.Plan.Channel == channel).Select(x => (e, x)))];

    private void FindStrikes(int e, int step, long firstPath)
    {
        struckNow[e].Clear();
        var hazard = plan.Events[e].Hazard[step];
        if (hazard == 0) return;
        plan.Events[e].Strikes.FillWords(firstPath, plan.DrawCounters[step], words);
        var (recurs, triggered) = (plan.Events[e].Recurs, plan.Events[e].TriggeredBy.Length > 0);

        // Only draws below what the highest possible hazard asks for are looked at closely: few of them.
        var probability = Probability(hazard);
        var highest = triggered ? Probability(hazard * plan.Events[e].TriggeredBy.Aggregate(1.0, (m, t) => m * Math.Max(1, t.HazardMultiple))) : probability;
        var bound = (ulong)(highest / TwoToMinus32) + 1;
        for (var i = 0; i < paths; i++)
        {
            if (words[i] > bound || (!recurs && firstStrikes[e][i] != 0)) continue;
            var p = triggered ? Probability(hazard * Multiple(e, i, step)) : probability;
            if ((words[i] + 0.5) * TwoToMinus32 < p) struckNow[e].Add(i);
        }
    }

    // 1 - e^(-hazard), without the loss of digits for the small hazards of single steps.
    private static double Probability(double hazard) => hazard < 1e-5 ? hazard - 0.5 * hazard * hazard : 1 - Math.Exp(-hazard);

    private double Multiple(int e, int path, int step)
    {
        var multiple = 1.0;
        foreach (var trigger in plan.Events[e].TriggeredBy)
        {
            // A strike at the very start of this step is in the past: its trigger acts. Months differ in length: one that runs out within
            // the step counts for the part of the step that it acts in.
            var left = lastStrikeYears[trigger.Source][path] + trigger.Years - plan.Grid.Years[step];
            multiple *= 1 + Math.Clamp(left / plan.Grid.StepYears(step), 0, 1) * (trigger.HazardMultiple - 1);
        }

        return multiple;
    }

    private void Record(int e, int step)
    {
        foreach (var path in struckNow[e])
        {
            if (firstStrikes[e][path] == 0)
            {
                firstStrikes[e][path] = (short)(step + 1);
                struckEver[e].Add(path);
            }

            lastStrikeYears[e][path] = plan.Grid.Years[step + 1];
        }
    }
}
