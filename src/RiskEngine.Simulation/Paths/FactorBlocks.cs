using System.Numerics.Tensors;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The factors of one block of paths, factor-major: row f holds factor f of all paths.</summary>
internal sealed class FactorBlocks
{
    private readonly WorldPlan plan;
    private readonly int paths;
    private readonly double[] x;
    private readonly double[][] parameters;
    private readonly double[][] states;
    private readonly float[][] extraNormals;
    private readonly double[][] extraUniforms;
    private readonly float[] independent;
    private readonly float[] normals;
    private readonly double[] effective;
    private readonly double[] offsets;
    private readonly double[] surprises;
    private readonly double[] scratch;
    private readonly double[] mixing;

    public FactorBlocks(WorldPlan plan, int paths)
    {
        this.plan = plan;
        this.paths = paths;
        var n = plan.Factors.Length;
        x = new double[n * paths];
        effective = new double[n * paths];
        offsets = new double[n * paths];
        surprises = new double[n * paths];
        independent = new float[n * paths];
        normals = new float[n * paths];
        parameters = [.. plan.Factors.Select(f => new double[f.Parameters.Length * paths])];
        states = [.. plan.Factors.Select(f => new double[f.Process.StateCount * paths])];
        extraNormals = [.. plan.Factors.Select(f => new float[f.ExtraNormals.Length * paths])];
        extraUniforms = [.. plan.Factors.Select(f => new double[f.ExtraUniforms.Length * paths])];
        for (var f = 0; f < n; f++)
        {
            // Factors that share draws read the same memory.
            extraNormals[f] = extraNormals[plan.Factors[f].DrawsOf];
            extraUniforms[f] = extraUniforms[plan.Factors[f].DrawsOf];
        }

        scratch = new double[paths];
        mixing = plan.Copula is null ? [] : new double[paths];
    }

    /// <summary>A factor's x as its process left it, without what events have added.</summary>
    public ReadOnlySpan<double> X(int factor) => x.AsSpan(factor * paths, paths);

    /// <summary>Correlated normals of a factor in the current step; events may reshape them before <see cref="Step"/>.</summary>
    public Span<float> Normals(int factor) => normals.AsSpan(factor * paths, paths);

    /// <summary>What events have added to a factor's x so far.</summary>
    public Span<double> Offset(int factor) => offsets.AsSpan(factor * paths, paths);

    /// <summary>The move of the current step that prices did not know.</summary>
    public ReadOnlySpan<double> Surprise(int factor) => surprises.AsSpan(factor * paths, paths);

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start(long firstPath)
    {
        Array.Clear(offsets);
        for (var f = 0; f < plan.Factors.Length; f++)
        {
            var factor = plan.Factors[f];
            for (var p = 0; p < factor.Parameters.Length; p++)
            {
                factor.Parameters[p].Fill(firstPath, scratch, parameters[f].AsSpan(p * paths, paths));
            }

            if (factor.Process.DrawsAtStart) DrawExtras(f, 0, firstPath);
            try
            {
                factor.Process.Start(Block(f));
            }
            catch (FactorFailedException e)
            {
                throw e.From(firstPath);
            }

            // Prices start from the base case's value: a case that starts elsewhere surprises them in the first step.
            effective.AsSpan(f * paths, paths).Fill(factor.KnownStart);
        }
    }

    /// <summary>Draws the step's normals and correlates them; draws what single processes need beside them.</summary>
    public void Draw(int step, long firstPath)
    {
        var n = plan.Factors.Length;
        if (n == 0) return;
        for (var f = 0; f < n; f++)
        {
            var factor = plan.Factors[f];
            factor.Shocks.FillNormals(firstPath, plan.DrawCounters[step], independent.AsSpan(f * paths, paths));
            DrawExtras(f, plan.DrawCounters[step], firstPath);
        }

        TriangularProductKernel.Multiply(plan.Cholesky, independent, normals, n);
    }

    /// <summary>Takes the correlated normals through the copula, where it is not the Gaussian one.</summary>
    public void Couple(int step, long firstPath)
    {
        if (plan.Copula is not { } copula) return;
        copula.Mixing.FillUniforms(firstPath, plan.DrawCounters[step], mixing);
        copula.Copula.FillMixing(mixing);
        for (var f = 0; f < plan.Factors.Length; f++) copula.Copula.Map(Normals(f), mixing, scratch);
    }

    /// <summary>Moves all factors by their processes.</summary>
    public void Step(int step, long firstPath)
    {
        try
        {
            for (var f = 0; f < plan.Factors.Length; f++) plan.Factors[f].Process.Step(step, Normals(f), Block(f));
        }
        catch (FactorFailedException e)
        {
            throw e.From(firstPath);
        }
    }

    /// <summary>Works out surprises, when processes and events have done their part of the step.</summary>
    public void Settle(int step)
    {
        TensorPrimitives.Add(x, offsets, surprises);
        for (var f = 0; f < plan.Factors.Length; f++)
        {
            var after = surprises.AsSpan(f * paths, paths);
            var before = effective.AsSpan(f * paths, paths);
            Hold(plan.Factors[f].Process, after);
            after.CopyTo(scratch);
            TensorPrimitives.Subtract(after, before, after);
            TensorPrimitives.Subtract(after, plan.Factors[f].KnownMoves[step], after);
            scratch.CopyTo(before);
        }
    }

    /// <summary>Holds what events would push beyond a process's bounds.</summary>
    private static void Hold(FactorProcess process, Span<double> x)
    {
        if (!double.IsPositiveInfinity(process.Highest)) TensorPrimitives.Min(x, process.Highest, x);
        if (!double.IsNegativeInfinity(process.Lowest)) TensorPrimitives.Max(x, process.Lowest, x);
    }

    /// <summary>Writes a factor's value, in its own unit.</summary>
    public void Values(int factor, Span<double> values)
    {
        var now = effective.AsSpan(factor * paths, paths);
        if (plan.Factors[factor].Scale == FactorScale.Log) TensorPrimitives.Exp(now, values);
        else now.CopyTo(values);
    }

    private void DrawExtras(int f, uint counter, long firstPath)
    {
        var factor = plan.Factors[f];
        if (factor.DrawsOf != f) return;
        for (var e = 0; e < factor.ExtraNormals.Length; e++) factor.ExtraNormals[e].FillNormals(firstPath, counter, extraNormals[f].AsSpan(e * paths, paths));
        for (var e = 0; e < factor.ExtraUniforms.Length; e++) factor.ExtraUniforms[e].FillUniforms(firstPath, counter, extraUniforms[f].AsSpan(e * paths, paths));
    }

    private FactorBlock Block(int f) => new(x.AsSpan(f * paths, paths), parameters[f], states[f], extraNormals[f], extraUniforms[f]);
}
