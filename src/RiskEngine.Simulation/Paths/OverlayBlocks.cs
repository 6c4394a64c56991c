using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The recommendations' trades on one block of paths. For each portfolio a leg is three numbers a path: units of the instrument, of the
/// portfolio as held without its private stakes (they can't be sold), and of cash. What following a recommendation gains is their value;
/// gains of several recommendations add.
/// </summary>
/// <remarks>
/// Turning the part s of the tradable portfolio H into the instrument S at date d, of which k = 1 - cost arrives: units s H(d) k / S(d) of
/// the instrument, and -s of the portfolio. Reducing turns signs around: -s w of the instrument, where w is the holding, and s w S(d) k /
/// H(d) of the portfolio. Undoing turns everything into units of the portfolio, or of cash where cash paid.
/// </remarks>
internal sealed class OverlayBlocks
{
    private readonly CasePlan plan;
    private readonly int paths;
    private readonly Leg[] legs;
    private readonly double[] gains;

    public OverlayBlocks(CasePlan plan, int paths)
    {
        this.plan = plan;
        this.paths = paths;
        var portfolios = plan.Portfolios.Length;
        legs = [.. plan.Overlays.SelectMany((o, at) => o.Legs.Select((l, of) => new Leg(at, of == 0, o, l, portfolios, paths)))];
        gains = new double[plan.Overlays.Length * portfolios * paths];
    }

    /// <summary>What following a recommendation has gained on every path, relative to the portfolio's value on the as-of date.</summary>
    public ReadOnlySpan<double> Gain(int overlay, int portfolio) => gains.AsSpan(RowOf(overlay, portfolio) * paths, paths);

    /// <summary>All gains, a row of paths each.</summary>
    public ReadOnlySpan<double> Gains => gains;

    /// <summary>Which row of <see cref="Gains"/> is a recommendation's.</summary>
    public int RowOf(int overlay, int portfolio) => overlay * plan.Portfolios.Length + portfolio;

    /// <summary>Forgets all trades.</summary>
    public void Start()
    {
        Array.Clear(gains);
        foreach (var leg in legs)
            leg.Start();
    }

    /// <summary>Whether any path may trade at a date; to be asked when the dates before it are done.</summary>
    public bool Trades(int date)
    {
        foreach (var leg in legs)
        {
            if (date == leg.Overlay.From || date == leg.Overlay.Until || (date > leg.Overlay.Until && leg.Waiting.Count > 0))
                return true;
        }

        return false;
    }

    /// <summary>Makes the trades of a date, with values of that date.</summary>
    public void Trade(int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        foreach (var leg in legs)
        {
            if (date == leg.Overlay.From)
                Open(leg, date, instruments, portfolios);
            if (date == leg.Overlay.Until)
                Close(leg, date, instruments, portfolios);
            else if (date > leg.Overlay.Until && leg.Waiting.Count > 0)
                CloseWaiting(leg, date, instruments, portfolios);
        }
    }

    /// <summary>Values all trades.</summary>
    public void Settle(int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        foreach (var leg in legs)
        {
            if (date < leg.Overlay.From)
                continue;
            for (var p = 0; p < plan.Portfolios.Length; p++)
            {
                var row = gains.AsSpan(RowOf(leg.Index, p) * paths, paths);
                if (leg.IsFirst)
                    row.Clear();
                if (leg.HasUnits)
                {
                    ProductSumKernel.Add(
                        instruments.Values(leg.Plan.Instrument),
                        Row(leg.Units, p),
                        portfolios.Tradable(p),
                        Row(leg.Held, p),
                        row
                    );
                }
                else
                {
                    ProductSumKernel.Add(portfolios.Tradable(p), Row(leg.Held, p), row);
                }

                if (IsCash(leg, p))
                    TensorPrimitives.MultiplyAdd(Row(leg.Cash, p), plan.Cash[date], row, row);
            }
        }
    }

    private void Open(Leg leg, int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        var company = plan.Instruments[leg.Plan.Instrument].Company;
        var states = company < 0 ? null : instruments.Companies[company];
        var price = instruments.Values(leg.Plan.Instrument);
        leg.HasUnits = true;
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            var units = leg.Units.AsSpan(p * paths, paths);
            var held = leg.Held.AsSpan(p * paths, paths);
            var cash = leg.Cash.AsSpan(p * paths, paths);
            var weight = plan.Portfolios[p].WeightOf(leg.Plan.Instrument);
            var value = portfolios.Tradable(p);
            if (states is null)
            {
                OpenAll(leg, p, weight, price, value, plan.Cash[date], units, held, cash);
                continue;
            }

            for (var k = 0; k < paths; k++)
            {
                if (CanTrade(states[k], leg.Overlay.Direction))
                {
                    OpenAll(
                        leg,
                        p,
                        weight,
                        price.Slice(k, 1),
                        value.Slice(k, 1),
                        plan.Cash[date],
                        units.Slice(k, 1),
                        held.Slice(k, 1),
                        cash.Slice(k, 1)
                    );
                }
            }
        }
    }

    /// <summary>Opens a leg on all paths of some rows.</summary>
    private void OpenAll(
        Leg leg,
        int portfolio,
        double weight,
        ReadOnlySpan<double> price,
        ReadOnlySpan<double> value,
        double money,
        Span<double> units,
        Span<double> held,
        Span<double> cash
    )
    {
        var (size, kept, isCash) = (leg.Plan.Size, leg.Overlay.Kept, IsCash(leg, portfolio));
        if (leg.Overlay.Direction == Direction.Buy)
        {
            TensorPrimitives.Multiply(value, size * kept, units);

            // Who has no equity left buys nothing.
            if (plan.Portfolios[portfolio].Owes)
                TensorPrimitives.Max(units, 0, units);
            TensorPrimitives.Divide(units, price, units);
            if (isCash)
            {
                TensorPrimitives.Multiply(value, -size / money, cash);
                if (plan.Portfolios[portfolio].Owes)
                    TensorPrimitives.Min(cash, 0, cash);
            }
            else
            {
                held.Fill(-size);
            }
        }
        else
        {
            // Of what is owed a part is bought back: of each unit paid, the part kept arrives.
            units.Fill(-size * weight);
            TensorPrimitives.Multiply(price, size * weight * (weight < 0 ? 1 / kept : kept), isCash ? cash : held);
            if (isCash)
                TensorPrimitives.Divide(cash, money, cash);
            else
                TensorPrimitives.Divide(held, value, held);
        }
    }

    private void Close(Leg leg, int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        var company = plan.Instruments[leg.Plan.Instrument].Company;
        for (var k = 0; k < paths; k++)
        {
            if (company >= 0 && instruments.Companies[company][k] == CompanyState.Private)
                leg.Waiting.Add(k);
            else
                ClosePath(leg, k, date, instruments, portfolios);
        }

        leg.HasUnits = leg.Waiting.Count > 0;
    }

    /// <summary>Closes the leg on those of the paths that wait for it on which the company is private no more.</summary>
    private void CloseWaiting(Leg leg, int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        var states = instruments.Companies[plan.Instruments[leg.Plan.Instrument].Company];
        var waiting = CollectionsMarshal.AsSpan(leg.Waiting);
        var left = 0;
        foreach (var k in waiting)
        {
            if (states[k] == CompanyState.Private)
                waiting[left++] = k;
            else
                ClosePath(leg, k, date, instruments, portfolios);
        }

        CollectionsMarshal.SetCount(leg.Waiting, left);
        leg.HasUnits = left > 0;
    }

    private void ClosePath(Leg leg, int k, int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        var price = instruments.Values(leg.Plan.Instrument)[k];
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            var at = p * paths + k;
            if (leg.Units[at] == 0)
                continue;
            var worth = leg.Units[at] * price;
            worth -= (1 - leg.Overlay.Kept) * Math.Abs(worth);
            if (IsCash(leg, p))
                leg.Cash[at] += worth / plan.Cash[date];
            else
                leg.Held[at] += worth / portfolios.Tradable(p)[k];
            leg.Units[at] = 0;
        }
    }

    /// <summary>
    /// Whether cash pays. What is traded on a portfolio that owes something is always paid by its cash, borrowed where there is none: its
    /// value may come near zero, and a part of it would then be no measure of money.
    /// </summary>
    private bool IsCash(Leg leg, int portfolio) => leg.Overlay.Funding == Funding.Cash || plan.Portfolios[portfolio].Owes;

    /// <summary>A stake can be bought while the company is private or listed, and sold only once it is listed.</summary>
    private static bool CanTrade(CompanyState state, Direction direction) =>
        state == CompanyState.Listed || (state == CompanyState.Private && direction == Direction.Buy);

    private ReadOnlySpan<double> Row(double[] rows, int portfolio) => rows.AsSpan(portfolio * paths, paths);

    private sealed class Leg(int index, bool isFirst, OverlayPlan overlay, LegPlan plan, int portfolios, int paths)
    {
        public int Index => index;

        /// <summary>Whether it is its recommendation's first leg.</summary>
        public bool IsFirst => isFirst;

        public OverlayPlan Overlay => overlay;

        public LegPlan Plan => plan;

        public double[] Units { get; } = new double[portfolios * paths];

        public double[] Held { get; } = new double[portfolios * paths];

        public double[] Cash { get; } = new double[portfolios * paths];

        /// <summary>Whether any path may hold units of the instrument.</summary>
        public bool HasUnits { get; set; }

        /// <summary>The paths of the block that still hold a stake past the date on which it should have been undone.</summary>
        public List<int> Waiting { get; } = new(paths);

        public void Start()
        {
            Array.Clear(Units);
            Array.Clear(Held);
            Array.Clear(Cash);
            Waiting.Clear();
            HasUnits = false;
        }
    }
}
