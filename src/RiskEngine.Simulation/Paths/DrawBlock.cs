using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>All random numbers of one block of paths, drawn once and read by every world that is simulated on it.</summary>
internal sealed class DrawBlock
{
    private const int Paths = PathBlock.Size;

    private readonly DrawPlan plan;
    private readonly float[] shocks;
    private readonly float[] own;
    private readonly float[] extraNormals;
    private readonly double[] extraUniforms;
    private readonly double[] once;

    public DrawBlock(DrawPlan plan)
    {
        this.plan = plan;
        shocks = new float[plan.Steps * plan.Shocks.Count * Paths];
        own = new float[plan.PricedSteps * plan.Own.Count * Paths];
        extraNormals = new float[(plan.Steps + 1) * plan.ExtraNormals.Count * Paths];
        extraUniforms = new double[(plan.Steps + 1) * plan.ExtraUniforms.Count * Paths];
        once = new double[plan.Once.Count * Paths];
    }

    /// <summary>The paths; whoever needs a draw that is not kept draws it from them.</summary>
    public PathBlock Block { get; } = new();

    /// <summary>All factors' independent normals of a step, one row a stream.</summary>
    public ReadOnlySpan<float> Shocks(int step) => Rows(shocks, step, plan.Shocks.Count);

    /// <summary>One instrument's own normals of a step.</summary>
    public ReadOnlySpan<float> Own(int place, int step) => Rows(own, step, plan.Own.Count).Slice(place * Paths, Paths);

    /// <summary>Further normals of a date: 0 for those that are read at the start, step + 1 for those of a step.</summary>
    public ReadOnlySpan<float> ExtraNormals(int place, int date) => Rows(extraNormals, date, plan.ExtraNormals.Count).Slice(place * Paths, Paths);

    /// <summary>Uniforms of a date, as <see cref="ExtraNormals"/>.</summary>
    public ReadOnlySpan<double> ExtraUniforms(int place, int date) => Rows(extraUniforms, date, plan.ExtraUniforms.Count).Slice(place * Paths, Paths);

    /// <summary>What is drawn once a path.</summary>
    public ReadOnlySpan<double> Once(int place) => once.AsSpan(place * Paths, Paths);

    /// <summary>Draws everything for the block's paths.</summary>
    public void Fill()
    {
        for (var at = 0; at < plan.Once.Count; at++)
        {
            var row = once.AsSpan(at * Paths, Paths);
            Block.FillUniforms(plan.Once[at].Stream, 0, row);
            plan.Once[at].Quantile.Fill(row, row);
        }

        FillNormals(plan.Shocks, shocks, plan.Steps);
        FillNormals(plan.Own, own, plan.PricedSteps);
        for (var date = 0; date <= plan.Steps; date++)
        {
            var counter = date == 0 ? 0 : plan.Counters[date - 1];
            for (var s = 0; s < plan.ExtraNormals.Count; s++) Block.FillNormals(plan.ExtraNormals[s], counter, Row(extraNormals, date, plan.ExtraNormals.Count, s));
            for (var s = 0; s < plan.ExtraUniforms.Count; s++) Block.FillUniforms(plan.ExtraUniforms[s], counter, Row(extraUniforms, date, plan.ExtraUniforms.Count, s));
        }
    }

    private void FillNormals(IReadOnlyList<RandomStream> streams, float[] rows, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            for (var s = 0; s < streams.Count; s++) Block.FillNormals(streams[s], plan.Counters[step], Row(rows, step, streams.Count, s));
        }
    }

    private static ReadOnlySpan<T> Rows<T>(T[] rows, int at, int count) => rows.AsSpan(at * count * Paths, count * Paths);

    private static Span<T> Row<T>(T[] rows, int at, int count, int place) => rows.AsSpan((at * count + place) * Paths, Paths);
}
