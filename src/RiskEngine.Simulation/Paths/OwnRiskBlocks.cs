using System.Numerics.Tensors;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The own risk of instruments that have a process for it, on one block of paths. Instruments whose own risk is normal have no part in it.
/// </summary>
internal sealed class OwnRiskBlocks
{
    private readonly DrawBlock draws;
    private readonly int paths;
    private readonly OwnBlock?[] blocks;
    private readonly double[] move;

    public OwnRiskBlocks(CasePlan plan, DrawBlock draws, CaseDraws places, int paths)
    {
        this.draws = draws;
        this.paths = paths;
        blocks =
        [
            .. plan.Instruments.Select((x, i) => x.Own is { } own && places.Own[i] >= 0 ? new OwnBlock(own, places, i, paths) : null),
        ];
        move = new double[Array.Exists(blocks, b => b is not null) ? paths : 0];
    }

    /// <summary>Whether an instrument has a process for its own risk, and somebody looks at it.</summary>
    public bool Has(int instrument) => blocks[instrument] is not null;

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start()
    {
        foreach (var own in blocks)
        {
            if (own is null)
                continue;
            for (var p = 0; p < own.ParameterPlaces.Length; p++)
            {
                if (own.ParameterPlaces[p] >= 0)
                    draws.Once(own.ParameterPlaces[p]).CopyTo(own.Parameters.AsSpan(p * paths, paths));
            }

            if (own.Process.DrawsAtStart)
                CopyExtras(own, 0);
            try
            {
                own.Process.Start(Frame(own));
            }
            catch (FactorFailedException e)
            {
                throw draws.Block.Failure(e);
            }
        }
    }

    /// <summary>Moves the own risk of an instrument over a step, and adds the move to a row.</summary>
    public void Step(int instrument, int step, Span<double> added)
    {
        var own = blocks[instrument]!;
        own.X.CopyTo(move, 0);
        CopyExtras(own, step + 1);
        try
        {
            own.Process.Step(step, draws.Own(own.NormalPlace, step), Frame(own));
        }
        catch (FactorFailedException e)
        {
            throw draws.Block.Failure(e);
        }

        TensorPrimitives.Subtract(own.X, move, move);
        TensorPrimitives.Add(added, move, added);
    }

    private void CopyExtras(OwnBlock own, int date)
    {
        for (var e = 0; e < own.ExtraNormalPlaces.Length; e++)
            draws.ExtraNormals(own.ExtraNormalPlaces[e], date).CopyTo(own.ExtraNormals.AsSpan(e * paths, paths));
        for (var e = 0; e < own.ExtraUniformPlaces.Length; e++)
            draws.ExtraUniforms(own.ExtraUniformPlaces[e], date).CopyTo(own.ExtraUniforms.AsSpan(e * paths, paths));
    }

    private FactorBlock Frame(OwnBlock own) =>
        new(own.X, own.Parameters, own.State, own.ExtraNormals, own.ExtraUniforms) { FirstPath = draws.Block.First };

    /// <summary>One process, its memory, and where its draws stand.</summary>
    private sealed class OwnBlock
    {
        public OwnBlock(OwnPlan plan, CaseDraws places, int instrument, int paths)
        {
            Process = plan.Process;
            NormalPlace = places.Own[instrument];
            ParameterPlaces = places.OwnParameters[instrument];
            ExtraNormalPlaces = places.OwnExtraNormals[instrument];
            ExtraUniformPlaces = places.OwnExtraUniforms[instrument];
            X = new double[paths];
            State = new double[plan.Process.StateCount * paths];
            Parameters = new double[ParameterPlaces.Length * paths];
            ExtraNormals = new float[ExtraNormalPlaces.Length * paths];
            ExtraUniforms = new double[ExtraUniformPlaces.Length * paths];

            // Plain numbers are the same on all paths: written once.
            for (var p = 0; p < ParameterPlaces.Length; p++)
            {
                if (ParameterPlaces[p] < 0)
                    Parameters.AsSpan(p * paths, paths).Fill(plan.Parameters[p].Quantile.At(0.5));
            }
        }

        public FactorProcess Process { get; }

        public int NormalPlace { get; }

        public int[] ParameterPlaces { get; }

        public int[] ExtraNormalPlaces { get; }

        public int[] ExtraUniformPlaces { get; }

        public double[] X { get; }

        public double[] State { get; }

        public double[] Parameters { get; }

        public float[] ExtraNormals { get; }

        public double[] ExtraUniforms { get; }
    }
}
