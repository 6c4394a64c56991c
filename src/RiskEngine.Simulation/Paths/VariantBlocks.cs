using System.Numerics.Tensors;
using RiskEngine.Numerics.Kernels;
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
    private readonly float[] peaks;
    private readonly double[] profits;
    private readonly float[] drawdowns;
    private readonly float[] troughs;

    public VariantBlocks(WorldPlan plan, int paths, int variants)
    {
        this.plan = plan;
        this.paths = paths;
        this.variants = variants;
        var length = plan.Portfolios.Length * variants * paths;
        values = new double[length];
        peaks = new float[length];
        profits = new double[paths];
        drawdowns = new float[paths];
        troughs = new float[length];
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

            for (var v = 0; v < variants; v++) RunningMaximumKernel.Follow(Row(values, p, v), Row(peaks, p, v), Row(troughs, p, v));
        }
    }

    /// <summary>Writes the outcomes of a date into the columns.</summary>
    public void Record(WorldOutcomes outcomes, int date, PathBlock block)
    {
        var horizon = Array.IndexOf(plan.HorizonDates, date);
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            for (var v = 0; v < variants; v++)
            {
                var value = Row(values, p, v);
                if (v < 2 && outcomes.PortfolioFans.Length > 0) block.Write(value, outcomes.PortfolioFans[p][v][date]);
                if (horizon < 0) continue;
                var trough = Row(troughs, p, v);
                TensorPrimitives.Subtract(value, 1, profits);
                TensorPrimitives.Subtract(1, trough, drawdowns);
                block.Write(profits, outcomes.Profits[p][v][horizon]);
                block.Write<float>(drawdowns, outcomes.Drawdowns[p][v][horizon]);
            }
        }
    }

    private void FollowAll(int p, PortfolioBlocks portfolios, OverlayBlocks overlays)
    {
        var all = Row(values, p, 1);
        portfolios.Values(p).CopyTo(all);
        for (var r = 0; r < plan.Overlays.Length; r++) TensorPrimitives.Add(all, overlays.Gain(r, p), all);
    }

    private Span<T> Row<T>(T[] rows, int portfolio, int variant) => rows.AsSpan((portfolio * variants + variant) * paths, paths);
}
