using System.Numerics.Tensors;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.Memory;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The variants of the portfolios on one block of paths: values, and how far they have fallen from their peaks.</summary>
internal sealed class VariantBlocks
{
    private readonly CasePlan plan;
    private readonly VariantSet set;
    private readonly CaseOutcomes outcomes;
    private readonly int paths;
    private readonly int variants;
    private readonly AlignedRows<double> values;
    private readonly double[] profits;
    private readonly float[] drawdowns;
    private readonly double[] solvent;
    private readonly IValueFollower follower;
    private readonly int[] gainRows;
    private readonly double[] ones;
    private readonly bool[] valued;
    private readonly bool[] followed;

    /// <summary>Prepares the variants of one block of paths.</summary>
    /// <param name="plan">The case.</param>
    /// <param name="outcomes">What is kept of it.</param>
    /// <param name="follower">Follows their values.</param>
    /// <param name="paths">The paths of a block.</param>
    public VariantBlocks(CasePlan plan, CaseOutcomes outcomes, IValueFollower follower, int paths)
    {
        this.follower = follower;
        set = plan.Variants;
        variants = outcomes.Cube.VariantCount;
        this.plan = plan;
        this.outcomes = outcomes;
        this.paths = paths;
        var length = plan.Portfolios.Length * variants * paths;
        values = new AlignedRows<double>(length);
        profits = new double[paths];
        drawdowns = new float[paths];
        solvent = new double[Array.Exists(plan.Portfolios, p => p.Owes) ? paths : 0];
        gainRows = new int[plan.Overlays.Length];
        ones = new double[plan.Overlays.Length];
        Array.Fill(ones, 1);

        // What nobody keeps is not worked out; as held and following all always are, for others build on them.
        var cube = outcomes.Cube;
        OutcomeColumns[] kept =
        [
            .. from p in cube.Portfolios
            from v in cube.Variants
            select cube.Horizons.Aggregate(OutcomeColumns.None, (all, h) => all | cube.Kept(p, v, h)),
        ];
        followed = [.. kept.Select(k => k.HasFlag(OutcomeColumns.Drawdowns))];
        valued = [.. kept.Select(k => k != OutcomeColumns.None)];
    }

    /// <summary>Puts all variants on the as-of date, before any trade.</summary>
    public void Start()
    {
        values.All.Fill(1);
        follower.Start();
    }

    /// <summary>Values all variants, and follows their drawdowns.</summary>
    public void Settle(int date, ReadOnlySpan<bool> jumped, PortfolioBlocks portfolios, OverlayBlocks overlays)
    {
        follower.Reach(date, jumped);
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            portfolios.Values(p).CopyTo(Row(values, p, VariantSet.AsHeld));
            Follow(p, VariantSet.AsHeld);
            if (variants == 1)
                continue;
            FollowAll(p, portfolios, overlays);
            Follow(p, set.FollowingAll);
            if (variants == set.HeadlineCount)
                continue;
            for (var r = 0; r < set.Traded.Count; r++)
            {
                var (only, without) = (set.Only(r), set.Without(r));
                if (IsValued(p, only))
                    TensorPrimitives.Add(portfolios.Values(p), overlays.Gain(r, p), Row(values, p, only));
                Follow(p, only);
                if (IsValued(p, without))
                    TensorPrimitives.Subtract(Row(values, p, set.FollowingAll), overlays.Gain(r, p), Row(values, p, without));
                Follow(p, without);
            }
        }
    }

    /// <summary>Writes the outcomes of a date into the columns.</summary>
    public void Record(int date, PathBlock block)
    {
        var cube = outcomes.Cube;
        var at = Array.IndexOf(plan.HorizonDates, date);
        for (var i = 0; i < plan.Portfolios.Length; i++)
        {
            for (var j = 0; j < variants; j++)
            {
                var (p, v) = (new PortfolioIndex(i), new VariantIndex(j));
                var value = Row(values, i, v);
                if (outcomes.PortfolioFans.Has(v))
                    block.Write(value, outcomes.PortfolioFans[p, v, date]);
                if (at < 0)
                    continue;
                var horizon = new HorizonIndex(at);
                if (cube.Profits(p, v, horizon) is { Length: > 0 } kept)
                {
                    TensorPrimitives.Subtract(value, 1, profits);
                    block.Write(profits, kept);
                }

                var troughs = follower.Troughs(i * variants + v.Value);
                if (troughs.Length > 0 && cube.Drawdowns(p, v, horizon) is { Length: > 0 } followedDown)
                {
                    TensorPrimitives.Subtract(1, troughs, drawdowns);
                    if (plan.Portfolios[i].Owes)
                        TensorPrimitives.Min(drawdowns, 1, drawdowns);
                    block.Write<float>(drawdowns, followedDown);
                }
            }
        }
    }

    /// <summary>Follows a variant's drawdowns, while its values are in the nearest cache.</summary>
    private void Follow(int p, VariantIndex variant)
    {
        if (!followed[p * variants + variant.Value])
            return;
        ReadOnlySpan<double> row = Row(values, p, variant);
        if (plan.Portfolios[p].Owes)
        {
            // Down by all there was is as far down as drawdowns go, whatever is owed beyond.
            TensorPrimitives.Max(row, 0, solvent);
            row = solvent;
        }

        follower.Follow(p * variants + variant.Value, row);
    }

    /// <summary>Values the portfolio that follows all recommendations.</summary>
    private void FollowAll(int p, PortfolioBlocks portfolios, OverlayBlocks overlays)
    {
        var all = Row(values, p, set.FollowingAll);
        portfolios.Values(p).CopyTo(all);
        for (var r = 0; r < gainRows.Length; r++)
            gainRows[r] = overlays.RowOf(r, p);
        LinearCombinationKernel.Add(0, gainRows, ones, overlays.Gains, 0, [], all);
    }

    private bool IsValued(int p, VariantIndex variant) => valued[p * variants + variant.Value];

    private Span<T> Row<T>(AlignedRows<T> rows, int portfolio, VariantIndex variant)
        where T : unmanaged => rows.AsSpan((portfolio * variants + variant.Value) * paths, paths);
}
