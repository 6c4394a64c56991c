using System.Numerics.Tensors;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The variants of the portfolios on one block of paths: values, and how far they have fallen from their peaks.</summary>
internal sealed class VariantBlocks
{
    private readonly WorldPlan plan;
    private readonly int paths;
    private readonly int variants;
    private readonly double[] values;
    private readonly double[] peaks;
    private readonly double[] troughs;
    private readonly double[] scratch;

    public VariantBlocks(WorldPlan plan, int paths, int variants)
    {
        this.plan = plan;
        this.paths = paths;
        this.variants = variants;
        var length = plan.Portfolios.Length * variants * paths;
        values = new double[length];
        peaks = new double[length];
        troughs = new double[length];
        scratch = new double[paths];
    }

    /// <summary>Puts all variants on the as-of date, before any trade.</summary>
    public void Start()
    {
        Array.Fill(values, 1);
        Array.Fill(peaks, 1);
        Array.Fill(troughs, 1);
    }

    /// <summary>Values all variants, and follows their drawdowns.</summary>
    public void Settle(PortfolioBlocks portfolios, OverlayBlocks overlays)
    {
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            portfolios.Values(p).CopyTo(Row(values, p, 0));
            if (variants > 1) FollowAll(p, portfolios, overlays);
            for (var r = 0; r < (variants - 2) / 2; r++)
            {
                TensorPrimitives.Add(portfolios.Values(p), overlays.Gain(r, p), Row(values, p, 2 + 2 * r));
                TensorPrimitives.Subtract(Row(values, p, 1), overlays.Gain(r, p), Row(values, p, 3 + 2 * r));
            }

            for (var v = 0; v < variants; v++)
            {
                var value = Row(values, p, v);
                var peak = Row(peaks, p, v);
                var trough = Row(troughs, p, v);
                TensorPrimitives.Max(peak, value, peak);
                TensorPrimitives.Divide(value, peak, scratch);
                TensorPrimitives.Min(trough, scratch, trough);
            }
        }
    }

    /// <summary>Writes the outcomes of a date into the columns, for the block's first <paramref name="count"/> paths.</summary>
    public void Record(WorldOutcomes outcomes, int date, long firstPath, int count)
    {
        var horizon = Array.IndexOf(plan.HorizonDates, date);
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            for (var v = 0; v < variants; v++)
            {
                var value = Row(values, p, v)[..count];
                if (horizon >= 0)
                {
                    var trough = Row(troughs, p, v)[..count];
                    var profits = outcomes.Profits[p][v][horizon].AsSpan((int)firstPath, count);
                    var drawdowns = outcomes.Drawdowns[p][v][horizon].AsSpan((int)firstPath, count);
                    for (var k = 0; k < count; k++)
                    {
                        profits[k] = (float)(value[k] - 1);
                        drawdowns[k] = (float)(1 - trough[k]);
                    }
                }

                if (v < 2 && outcomes.PortfolioFans.Length > 0) RecordFan(value, outcomes.PortfolioFans[p][v][date], firstPath);
            }
        }
    }

    private static void RecordFan(ReadOnlySpan<double> value, float[] column, long firstPath)
    {
        for (var k = 0; k < value.Length && firstPath + k < column.Length; k++) column[firstPath + k] = (float)value[k];
    }

    private void FollowAll(int p, PortfolioBlocks portfolios, OverlayBlocks overlays)
    {
        var all = Row(values, p, 1);
        portfolios.Values(p).CopyTo(all);
        for (var r = 0; r < plan.Overlays.Length; r++) TensorPrimitives.Add(all, overlays.Gain(r, p), all);
    }

    private Span<double> Row(double[] rows, int portfolio, int variant) => rows.AsSpan((portfolio * variants + variant) * paths, paths);
}
