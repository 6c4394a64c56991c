using System.Numerics.Tensors;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The variants of the portfolios on one block of paths: values, and how far they have fallen from their peaks.</summary>
internal sealed class VariantBlocks
{
    private readonly CasePlan plan;
    private readonly CaseOutcomes outcomes;
    private readonly int paths;
    private readonly int variants;
    private readonly double[] values;
    private readonly float[] peaks;
    private readonly double[] profits;
    private readonly float[] drawdowns;
    private readonly float[] troughs;
    private readonly int[] gainRows;
    private readonly double[] ones;
    private readonly bool[] valued;
    private readonly bool[] followed;

    public VariantBlocks(CasePlan plan, CaseOutcomes outcomes, int paths, int variants)
    {
        this.plan = plan;
        this.outcomes = outcomes;
        this.paths = paths;
        this.variants = variants;
        var length = plan.Portfolios.Length * variants * paths;
        values = new double[length];
        peaks = new float[length];
        profits = new double[paths];
        drawdowns = new float[paths];
        troughs = new float[length];
        gainRows = new int[plan.Overlays.Length];
        ones = new double[plan.Overlays.Length];
        Array.Fill(ones, 1);

        // What nobody keeps is not worked out; as held and following all always are, for others build on them.
        bool IsKept(float[][][][] columns, int at) => Array.Exists(columns[at / variants][at % variants], c => c.Length > 0);
        followed = [.. Enumerable.Range(0, plan.Portfolios.Length * variants).Select(at => IsKept(outcomes.Drawdowns, at))];
        valued = [.. followed.Select((isFollowed, at) => isFollowed || IsKept(outcomes.Profits, at))];
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
            Follow(p, 0);
            if (variants == 1)
                continue;
            FollowAll(p, portfolios, overlays);
            Follow(p, 1);
            for (var r = 0; r < (variants - 2) / 2; r++)
            {
                var (only, allBut) = (2 + 2 * r, 3 + 2 * r);
                if (valued[p * variants + only])
                    TensorPrimitives.Add(portfolios.Values(p), overlays.Gain(r, p), Row(values, p, only));
                Follow(p, only);
                if (valued[p * variants + allBut])
                    TensorPrimitives.Subtract(Row(values, p, 1), overlays.Gain(r, p), Row(values, p, allBut));
                Follow(p, allBut);
            }
        }
    }

    /// <summary>Writes the outcomes of a date into the columns.</summary>
    public void Record(int date, PathBlock block)
    {
        var horizon = Array.IndexOf(plan.HorizonDates, date);
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            for (var v = 0; v < variants; v++)
            {
                var value = Row(values, p, v);
                if (v < 2 && outcomes.PortfolioFans.Length > 0)
                    block.Write(value, outcomes.PortfolioFans[p][v][date]);
                if (horizon < 0)
                    continue;
                if (outcomes.Profits[p][v][horizon].Length > 0)
                {
                    TensorPrimitives.Subtract(value, 1, profits);
                    block.Write(profits, outcomes.Profits[p][v][horizon]);
                }

                if (outcomes.Drawdowns[p][v][horizon].Length > 0)
                {
                    TensorPrimitives.Subtract(1, Row(troughs, p, v), drawdowns);
                    block.Write<float>(drawdowns, outcomes.Drawdowns[p][v][horizon]);
                }
            }
        }
    }

    /// <summary>Follows a variant's drawdowns, while its values are in the nearest cache.</summary>
    private void Follow(int p, int variant)
    {
        if (followed[p * variants + variant])
            RunningMaximumKernel.Follow(Row(values, p, variant), Row(peaks, p, variant), Row(troughs, p, variant));
    }

    /// <summary>Values the portfolio that follows all recommendations.</summary>
    private void FollowAll(int p, PortfolioBlocks portfolios, OverlayBlocks overlays)
    {
        var all = Row(values, p, 1);
        portfolios.Values(p).CopyTo(all);
        for (var r = 0; r < gainRows.Length; r++)
            gainRows[r] = overlays.RowOf(r, p);
        LinearCombinationKernel.Add(0, gainRows, ones, overlays.Gains, 0, [], all);
    }

    private Span<T> Row<T>(T[] rows, int portfolio, int variant) => rows.AsSpan((portfolio * variants + variant) * paths, paths);
}
