using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.Memory;
using RiskEngine.Numerics.QuasiRandom;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// All random numbers of one block of paths, drawn once and read by every case that is simulated on it. Drawn date by date, when the first
/// case gets there; kept while other cases follow, and otherwise written over by the next date's, so that they stay in the nearest cache.
/// </summary>
internal sealed class DrawBlock
{
    private const int Paths = PathBlock.Size;
    private const double TwoToMinus32 = 1.0 / 4294967296.0;

    private readonly DrawPlan plan;
    private readonly RandomStream[] shockStreams;
    private readonly RandomStream[] ownStreams;
    private readonly RandomStream[] extraStreams;
    private readonly AlignedRows<float> shocks;
    private readonly AlignedRows<float> own;
    private readonly AlignedRows<float> extraNormals;
    private readonly AlignedRows<double> extraUniforms;
    private readonly double[] once;
    private readonly SobolPlan? sobol;
    private readonly uint[] words = new uint[Paths];
    private readonly float[] bridged;
    private readonly float[] motion;
    private readonly bool keepsDates;
    private int datesDrawn;
    private readonly float[] shared;
    private readonly double[] hazards;
    private readonly double[] ranks = new double[Paths];
    private readonly double[] decided;

    /// <summary>Makes room for the draws of a block.</summary>
    /// <param name="plan">What is drawn.</param>
    /// <param name="origin">The path that stands first in the columns.</param>
    public DrawBlock(DrawPlan plan, int origin = 0)
    {
        this.plan = plan;
        sobol = plan.Sobol;
        (shockStreams, ownStreams, extraStreams) = ([.. plan.Shocks], [.. plan.Own], [.. plan.ExtraNormals]);
        Block = new PathBlock(plan.IsMirrored, origin);
        bridged = new float[sobol is null ? 0 : plan.Steps * Paths];
        motion = new float[bridged.Length];
        keepsDates = sobol is not null || plan.Counterfactuals.Count > 1;
        shared = new float[sobol is null ? 0 : plan.Steps * sobol.SharedCount * Paths];
        decided = new double[Paths * (sobol is null ? 0 : sobol.Outcomes.Sum(o => o.Streams.Count))];
        hazards = new double[Paths * (sobol is null ? 0 : sobol.SaleRotations.Select(t => t.Hazards.Length).Append(1).Max())];
        shocks = new AlignedRows<float>((keepsDates ? plan.Steps : 1) * plan.Shocks.Count * Paths);
        own = new AlignedRows<float>((keepsDates ? plan.PricedSteps : 1) * plan.Own.Count * Paths);
        extraNormals = new AlignedRows<float>((keepsDates ? plan.Steps + 1 : 1) * plan.ExtraNormals.Count * Paths);
        extraUniforms = new AlignedRows<double>((keepsDates ? plan.Steps + 1 : 1) * plan.ExtraUniforms.Count * Paths);
        once = new double[plan.Once.Count * Paths];
    }

    /// <summary>The paths; whoever needs a draw that is not kept draws it from them.</summary>
    public PathBlock Block { get; }

    /// <summary>All factors' independent normals of a step, one row a stream.</summary>
    public ReadOnlySpan<float> Shocks(int step) => Rows(shocks, step, plan.Shocks.Count);

    /// <summary>One instrument's own normals of a step.</summary>
    public ReadOnlySpan<float> Own(int place, int step) => Rows(own, step, plan.Own.Count).Slice(place * Paths, Paths);

    /// <summary>Further normals of a date: 0 for those that are read at the start, step + 1 for those of a step.</summary>
    public ReadOnlySpan<float> ExtraNormals(int place, int date) =>
        Rows(extraNormals, date, plan.ExtraNormals.Count).Slice(place * Paths, Paths);

    /// <summary>Uniforms of a date, as <see cref="ExtraNormals"/>.</summary>
    public ReadOnlySpan<double> ExtraUniforms(int place, int date) =>
        Rows(extraUniforms, date, plan.ExtraUniforms.Count).Slice(place * Paths, Paths);

    /// <summary>What is drawn once a path.</summary>
    public ReadOnlySpan<double> Once(int place) => once.AsSpan(place * Paths, Paths);

    /// <summary>
    /// The normals of a step that factors share while a correlation effect lasts: drawn when they are asked for, but for those that Sobol's
    /// points draw.
    /// </summary>
    public void FillShared(RandomStream stream, int step, Span<float> normals)
    {
        var place = sobol?.PlaceOfShared(stream) ?? -1;
        if (place < 0)
            Block.FillNormals(stream, plan.Counters[step], normals);
        else
            Shared(place).Slice(step * Paths, Paths).CopyTo(normals);
    }

    /// <summary>A uniform that only some paths need, for what happens again or after something else.</summary>
    /// <param name="stream">Its stream.</param>
    /// <param name="at">The place of the path in the block.</param>
    /// <param name="count">How often it occurred, from 1.</param>
    public double Later(RandomStream stream, int at, uint count)
    {
        var dimension = sobol is null ? -1 : sobol.DimensionOf(stream, (int)count);
        return dimension < 0 ? stream.Uniform(Block[at], count) : (sobol!.Word(dimension, Block[at]) + 0.5) * TwoToMinus32;
    }

    /// <summary>Draws what is drawn once for the block, and with Sobol's points, whose bridge is built whole, all normals.</summary>
    public void Fill()
    {
        if (sobol is not null)
            Decide(sobol);
        for (var at = 0; at < plan.Once.Count; at++)
        {
            var row = once.AsSpan(at * Paths, Paths);
            FillUniforms(plan.Once[at].Stream, row);
            plan.Once[at].Quantile.Fill(row, row);
        }

        datesDrawn = 0;
        if (sobol is null)
            return;
        for (var step = 0; step < plan.Steps; step++)
            FillNormals(shockStreams, shocks, step);
        for (var step = 0; step < plan.PricedSteps; step++)
            FillNormals(ownStreams, own, step);
        RotateOccurrences(sobol);
        Bridge(sobol);
        RotateSales(sobol);
    }

    /// <summary>Draws what a date needs and has not yet: 0 is the as-of date, step + 1 the end of a step. Dates come in order.</summary>
    public void Reach(int date)
    {
        if (date < datesDrawn)
            return;
        datesDrawn = date + 1;
        if (sobol is null && date > 0)
            FillNormals(shockStreams, shocks, date - 1);
        if (sobol is null && date > 0 && date <= plan.PricedSteps)
            FillNormals(ownStreams, own, date - 1);
        var counter = date == 0 ? 0 : plan.Counters[date - 1];
        Block.FillNormals(
            extraStreams,
            counter,
            extraNormals.AsSpan(Slot(date) * extraStreams.Length * Paths, extraStreams.Length * Paths)
        );
        for (var s = 0; s < plan.ExtraUniforms.Count; s++)
            Block.FillUniforms(plan.ExtraUniforms[s], counter, Row(extraUniforms, date, plan.ExtraUniforms.Count, s));
    }

    /// <summary>
    /// Normals of a step; with Sobol's points of a level of the bridge, where levels that have no dimension come from the stream as ever.
    /// </summary>
    private void FillNormals(RandomStream[] streams, AlignedRows<float> rows, int step)
    {
        if (sobol is null)
        {
            Block.FillNormals(streams, plan.Counters[step], rows.AsSpan(Slot(step) * streams.Length * Paths, streams.Length * Paths));
            return;
        }

        for (var s = 0; s < streams.Length; s++)
            FillNormals(streams[s], step, Row(rows, step, streams.Length, s));
    }

    private void FillNormals(RandomStream stream, int step, Span<float> row)
    {
        if (sobol is not null && FillWords(stream, step))
            InverseNormalKernel.Transform(words, row);
        else
            Block.FillNormals(stream, plan.Counters[step], row);
    }

    /// <summary>Draws the normals that factors share after an occurrence, and turns them together with the portfolios'.</summary>
    private void RotateOccurrences(SobolPlan points)
    {
        var place = 0;
        foreach (var turn in points.OccurrenceRotations)
        {
            for (var s = 0; s < turn.Shared.Length; s++)
            {
                for (var step = 0; step < plan.Steps; step++)
                    FillNormals(turn.Shared[s], step, Shared(place + s).Slice(step * Paths, Paths));
            }

            FillHazards(turn.Occurrences, hazards.AsSpan(0, Paths));
            FillUniforms(turn.Severity, ranks);
            turn.Apply(
                hazards.AsSpan(0, Paths),
                ranks,
                shocks.All,
                plan.Shocks.Count,
                own.All,
                plan.Own.Count,
                shared.AsSpan(place * plan.Steps * Paths, turn.Shared.Length * plan.Steps * Paths)
            );
            place += turn.Shared.Length;
        }
    }

    /// <summary>Turns the own normals of companies that are sold.</summary>
    private void RotateSales(SobolPlan points)
    {
        foreach (var turn in points.SaleRotations)
        {
            for (var h = 0; h < turn.Hazards.Length; h++)
                FillHazards(turn.Hazards[h], hazards.AsSpan(h * Paths, Paths));
            FillUniforms(turn.Routes, ranks);
            turn.Apply(hazards, ranks, own.All, plan.Own.Count);
        }
    }

    private void FillHazards(RandomStream stream, Span<double> row)
    {
        FillUniforms(stream, row);
        ParameterQuantile.Hazard.Fill(row, row);
    }

    private Span<float> Shared(int place) => shared.AsSpan(place * plan.Steps * Paths, plan.Steps * Paths);

    private void Bridge(SobolPlan points)
    {
        for (var level = 0; level < points.RotatedLevels; level++)
        {
            var shock = shocks.AsSpan(level * plan.Shocks.Count * Paths, points.ShockStreams.Length * Paths);
            var ownShock = own.AsSpan(level * plan.Own.Count * Paths, points.OwnStreams.Length * Paths);
            points.Directions.Turn(shock, ownShock, Paths, motion.AsSpan(0, Paths));
        }

        Bridge(points.Shocks, shocks, plan.Shocks.Count, plan.Steps);
        Bridge(points.Own, own, plan.Own.Count, plan.PricedSteps);
    }

    private void Bridge(BrownianBridge bridge, AlignedRows<float> rows, int streams, int steps)
    {
        var levels = bridged.AsSpan(0, steps * Paths);
        for (var s = 0; s < streams; s++)
        {
            for (var level = 0; level < steps; level++)
                Row(rows, level, streams, s).CopyTo(levels.Slice(level * Paths, Paths));
            bridge.Apply(levels, motion.AsSpan(0, levels.Length));
            for (var step = 0; step < steps; step++)
                levels.Slice(step * Paths, Paths).CopyTo(Row(rows, step, streams, s));
        }
    }

    /// <summary>Draws what is drawn together.</summary>
    private void Decide(SobolPlan points)
    {
        var from = 0;
        foreach (var outcome in points.Outcomes)
        {
            var rows = decided.AsSpan(from * Paths, outcome.Streams.Count * Paths);
            for (var s = 0; s < outcome.Streams.Count; s++)
                FillAlone(outcome.Streams[s], rows.Slice(s * Paths, Paths));
            outcome.Apply(rows, Paths);
            from += outcome.Streams.Count;
        }
    }

    private void FillUniforms(RandomStream stream, Span<double> uniforms)
    {
        var place = sobol?.PlaceOfDecided(stream) ?? -1;
        if (place < 0)
            FillAlone(stream, uniforms);
        else
            decided.AsSpan(place * Paths, Paths).CopyTo(uniforms);
    }

    private void FillAlone(RandomStream stream, Span<double> uniforms)
    {
        if (sobol is null || !FillWords(stream, 0))
        {
            Block.FillUniforms(stream, 0, uniforms);
            return;
        }

        for (var k = 0; k < uniforms.Length; k++)
            uniforms[k] = (words[k] + 0.5) * TwoToMinus32;
    }

    private bool FillWords(RandomStream stream, int level)
    {
        var dimension = sobol!.DimensionOf(stream, level);
        if (dimension < 0)
            return false;
        if (Block.IsConsecutive)
            sobol.Fill(dimension, Block[0], words);
        for (var k = 0; k < words.Length && !Block.IsConsecutive; k++)
            words[k] = sobol.Word(dimension, Block[k]);
        return true;
    }

    private ReadOnlySpan<T> Rows<T>(AlignedRows<T> rows, int at, int count)
        where T : unmanaged => rows.AsSpan(Slot(at) * count * Paths, count * Paths);

    private Span<T> Row<T>(AlignedRows<T> rows, int at, int count, int place)
        where T : unmanaged => rows.AsSpan((Slot(at) * count + place) * Paths, Paths);

    private int Slot(int at) => keepsDates ? at : 0;
}
