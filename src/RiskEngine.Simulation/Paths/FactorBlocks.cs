using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.Memory;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>The factors of one block of paths, factor-major: row f holds factor f of all paths.</summary>
internal sealed class FactorBlocks
{
    private readonly CasePlan plan;
    private readonly DrawBlock draws;
    private readonly CaseDraws places;
    private readonly int paths;
    private readonly bool sharesAllShocks;
    private readonly AlignedRows<double> x;
    private readonly double[][] parameters;
    private readonly double[][] states;
    private readonly float[][] extraNormals;
    private readonly double[][] extraUniforms;
    private readonly AlignedRows<float> independent;
    private readonly AlignedRows<float> normals;
    private readonly AlignedRows<double> levels;
    private readonly AlignedRows<double> offsets;
    private readonly bool[] isMoved;
    private readonly double[] scratch;
    private readonly double[] mixing;
    private bool isAsOf;

    public FactorBlocks(CasePlan plan, DrawBlock draws, CaseDraws places, int paths)
    {
        this.plan = plan;
        this.draws = draws;
        this.places = places;
        this.paths = paths;
        sharesAllShocks = places.Shocks.AsSpan().SequenceEqual(Enumerable.Range(0, plan.Factors.Length).ToArray());
        var n = plan.Factors.Length;
        x = new AlignedRows<double>(n * paths);
        levels = new AlignedRows<double>(n * paths);
        offsets = new AlignedRows<double>(n * paths);
        isMoved = [.. plan.Factors.Select((f, at) => IsMoved(plan, at))];
        independent = new AlignedRows<float>(sharesAllShocks ? 0 : n * paths);
        normals = new AlignedRows<float>(n * paths);
        parameters = [.. plan.Factors.Select(f => new double[f.Parameters.Length * paths])];
        states = [.. plan.Factors.Select(f => new double[f.Process.StateCount * paths])];
        extraNormals = [.. plan.Factors.Select(f => new float[f.ExtraNormals.Length * paths])];
        extraUniforms = [.. plan.Factors.Select(f => new double[f.ExtraUniforms.Length * paths])];
        mixing = new double[plan.Copula is null ? 0 : paths];
        scratch = new double[mixing.Length];
        for (var f = 0; f < n; f++)
        {
            // Plain numbers are the same on all paths: written once.
            for (var p = 0; p < places.Parameters[f].Length; p++)
            {
                if (places.Parameters[f][p] < 0)
                    parameters[f].AsSpan(p * paths, paths).Fill(plan.Factors[f].Parameters[p].Quantile.At(0.5));
            }
        }
    }

    /// <summary>Every factor's x with what events have added, held to its bounds; one row a factor.</summary>
    public ReadOnlySpan<double> Levels => levels.All;

    /// <summary>A factor's x as its process left it, without what events have added.</summary>
    public ReadOnlySpan<double> X(int factor) => Process(factor);

    /// <summary>Correlated normals of a factor in the current step; events may reshape them before <see cref="Step"/>.</summary>
    public Span<float> Normals(int factor) => normals.AsSpan(factor * paths, paths);

    /// <summary>What events have added to a factor's x so far.</summary>
    public Span<double> Offset(int factor) => offsets.AsSpan(factor * paths, paths);

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start()
    {
        offsets.All.Clear();
        for (var f = 0; f < plan.Factors.Length; f++)
        {
            for (var p = 0; p < places.Parameters[f].Length; p++)
            {
                if (places.Parameters[f][p] >= 0)
                    draws.Once(places.Parameters[f][p]).CopyTo(parameters[f].AsSpan(p * paths, paths));
            }

            if (plan.Factors[f].Process.DrawsAtStart)
                CopyExtras(f, 0);
            try
            {
                plan.Factors[f].Process.Start(Block(f));
            }
            catch (FactorFailedException e)
            {
                throw draws.Block.Failure(e);
            }
        }

        isAsOf = true;
    }

    /// <summary>Correlates the step's normals, and hands processes what they need beside them.</summary>
    public void Draw(int step)
    {
        var n = plan.Factors.Length;
        if (n == 0)
            return;
        var shocks = draws.Shocks(step);
        if (!sharesAllShocks)
        {
            for (var f = 0; f < n; f++)
                shocks.Slice(places.Shocks[f] * paths, paths).CopyTo(independent.AsSpan(f * paths, paths));
            shocks = independent.All;
        }

        plan.Correlate.Multiply(shocks[..(n * paths)], normals.All);
        for (var f = 0; f < n; f++)
            CopyExtras(f, step + 1);
    }

    /// <summary>Takes the correlated normals through the copula, where it is not the Gaussian one.</summary>
    public void Couple(int step)
    {
        if (plan.Copula is not { } copula)
            return;
        draws.Block.FillUniforms(copula.Mixing, plan.DrawCounters[step], mixing);
        copula.Copula.FillMixing(mixing);
        for (var f = 0; f < plan.Factors.Length; f++)
            copula.Copula.Map(Normals(f), mixing, scratch);
    }

    /// <summary>Moves all factors by their processes.</summary>
    public void Step(int step)
    {
        try
        {
            for (var f = 0; f < plan.Factors.Length; f++)
                plan.Factors[f].Process.Step(step, Normals(f), Block(f));
        }
        catch (FactorFailedException e)
        {
            throw draws.Block.Failure(e);
        }
    }

    /// <summary>Works out levels, when processes and events have done their part of the step.</summary>
    public void Settle()
    {
        isAsOf = false;
        for (var f = 0; f < plan.Factors.Length; f++)
        {
            // Events are held to the process's bounds.
            if (isMoved[f])
                BoundedSumKernel.Add(X(f), Offset(f), plan.Factors[f].Process.Lowest, plan.Factors[f].Process.Highest, Level(f));
        }
    }

    /// <summary>Writes a factor's value, in its own unit.</summary>
    public void Values(int factor, Span<double> values)
    {
        // Prices start from the base case's value: a case that starts elsewhere surprises them in the first step.
        var now = Level(factor);
        if (isAsOf)
        {
            values.Fill(plan.Factors[factor].KnownStart);
            now = values;
        }

        if (plan.Factors[factor].Scale == FactorScale.Log)
            ExpKernel.Transform(now, values);
        else
            now.CopyTo(values);
    }

    private void CopyExtras(int f, int date)
    {
        for (var e = 0; e < places.ExtraNormals[f].Length; e++)
            draws.ExtraNormals(places.ExtraNormals[f][e], date).CopyTo(extraNormals[f].AsSpan(e * paths, paths));
        for (var e = 0; e < places.ExtraUniforms[f].Length; e++)
            draws.ExtraUniforms(places.ExtraUniforms[f][e], date).CopyTo(extraUniforms[f].AsSpan(e * paths, paths));
    }

    /// <summary>Whether a factor's level is more than its process: something may add to it, or it has bounds to be held to.</summary>
    private static bool IsMoved(CasePlan plan, int factor)
    {
        var process = plan.Factors[factor].Process;
        return plan.Events.Any(e => e.Effects.Any(x => x.Channel == EffectChannel.Level && x.Factors.Contains(factor)))
            || plan.Regimes.Any(r => r.Drifts.Any(d => d.Factor == factor))
            || !double.IsNegativeInfinity(process.Lowest)
            || !double.IsPositiveInfinity(process.Highest);
    }

    private Span<double> Level(int f) => levels.AsSpan(f * paths, paths);

    /// <summary>The row that the process moves: the level itself where nothing is added to it.</summary>
    private Span<double> Process(int f) => isMoved[f] ? x.AsSpan(f * paths, paths) : Level(f);

    private FactorBlock Block(int f) =>
        new(Process(f), parameters[f], states[f], extraNormals[f], extraUniforms[f]) { FirstPath = draws.Block.First };
}
