using System.Numerics.Tensors;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The recommendations' trades on one block of paths. For each portfolio a leg is three numbers a path: units of the instrument, of the
/// portfolio as held without its private stakes (they can't be sold), and of cash. What following a recommendation gains is their value; gains of several recommendations add.
/// </summary>
/// <remarks>
/// Turning the part s of the tradable portfolio H into the instrument S at date d, of which k = 1 - cost arrives: units s H(d) k / S(d) of the
/// instrument, and -s of the portfolio. Reducing turns signs around: -s w of the instrument, where w is the holding, and
/// s w S(d) k / H(d) of the portfolio. Undoing turns everything into units of the portfolio, or of cash where cash paid.
/// </remarks>
internal sealed class OverlayBlocks
{
    private readonly WorldPlan plan;
    private readonly int paths;
    private readonly Leg[] legs;
    private readonly double[] gains;

    public OverlayBlocks(WorldPlan plan, int paths)
    {
        this.plan = plan;
        this.paths = paths;
        var portfolios = plan.Portfolios.Length;
        legs = [.. plan.Overlays.SelectMany((o, at) => o.Legs.Select(l => new Leg(at, o, l, portfolios * paths)))];
        gains = new double[plan.Overlays.Length * portfolios * paths];
    }

    /// <summary>What following a recommendation has gained on every path, relative to the portfolio's value on the as-of date.</summary>
    public ReadOnlySpan<double> Gain(int overlay, int portfolio) => gains.AsSpan((overlay * plan.Portfolios.Length + portfolio) * paths, paths);

    /// <summary>Forgets all trades.</summary>
    public void Start()
    {
        foreach (var leg in legs) leg.Start();
    }

    /// <summary>Makes the trades of a date, with values of that date.</summary>
    public void Trade(int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        foreach (var leg in legs)
        {
            if (date == leg.Overlay.From) Open(leg, date, instruments, portfolios);
            if (date == leg.Overlay.Until || (date > leg.Overlay.Until && leg.WaitsForExit)) Close(leg, date, instruments, portfolios);
        }
    }

    /// <summary>Values all trades.</summary>
    public void Settle(int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        Array.Clear(gains);
        foreach (var leg in legs)
        {
            if (date < leg.Overlay.From) continue;
            for (var p = 0; p < plan.Portfolios.Length; p++)
            {
                var row = gains.AsSpan((leg.Index * plan.Portfolios.Length + p) * paths, paths);
                TensorPrimitives.MultiplyAdd(instruments.Values(leg.Plan.Instrument), Row(leg.Units, p), row, row);
                TensorPrimitives.MultiplyAdd(portfolios.Tradable(p), Row(leg.Held, p), row, row);
                if (leg.Overlay.Funding == Funding.Cash) TensorPrimitives.MultiplyAdd(Row(leg.Cash, p), plan.Cash[date], row, row);
            }
        }
    }

    private void Open(Leg leg, int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        var company = plan.Instruments[leg.Plan.Instrument].Company;
        var states = company < 0 ? null : instruments.Companies[company];
        var price = instruments.Values(leg.Plan.Instrument);
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            var units = leg.Units.AsSpan(p * paths, paths);
            var held = leg.Held.AsSpan(p * paths, paths);
            var cash = leg.Cash.AsSpan(p * paths, paths);
            var weight = plan.Portfolios[p].WeightOf(leg.Plan.Instrument);
            var value = portfolios.Tradable(p);
            for (var k = 0; k < paths; k++)
            {
                if (states is not null && !CanTrade(states[k], leg.Overlay.Direction)) continue;
                OpenPath(leg, k, weight, price[k], value[k], plan.Cash[date], units, held, cash);
            }
        }
    }

    private static void OpenPath(
        Leg leg, int k, double weight, double price, double value, double money, Span<double> units, Span<double> held, Span<double> cash)
    {
        var (size, kept) = (leg.Plan.Size, leg.Overlay.Kept);
        if (leg.Overlay.Direction == Direction.Buy)
        {
            units[k] = size * value * kept / price;
            if (leg.Overlay.Funding == Funding.Cash) cash[k] = -size * value / money;
            else held[k] = -size;
        }
        else
        {
            units[k] = -size * weight;
            if (leg.Overlay.Funding == Funding.Cash) cash[k] = size * weight * price * kept / money;
            else held[k] = size * weight * price * kept / value;
        }
    }

    private void Close(Leg leg, int date, InstrumentBlocks instruments, PortfolioBlocks portfolios)
    {
        var company = plan.Instruments[leg.Plan.Instrument].Company;
        var states = company < 0 ? null : instruments.Companies[company];
        var price = instruments.Values(leg.Plan.Instrument);
        var waits = false;
        for (var p = 0; p < plan.Portfolios.Length; p++)
        {
            var units = leg.Units.AsSpan(p * paths, paths);
            var held = leg.Held.AsSpan(p * paths, paths);
            var cash = leg.Cash.AsSpan(p * paths, paths);
            var value = portfolios.Tradable(p);
            for (var k = 0; k < paths; k++)
            {
                if (units[k] == 0) continue;
                if (states is not null && states[k] == CompanyState.Private)
                {
                    waits = true;
                    continue;
                }

                var worth = units[k] * price[k];
                worth -= (1 - leg.Overlay.Kept) * Math.Abs(worth);
                if (leg.Overlay.Funding == Funding.Cash) cash[k] += worth / plan.Cash[date];
                else held[k] += worth / value[k];
                units[k] = 0;
            }
        }

        leg.WaitsForExit = waits;
    }

    /// <summary>A stake can be bought while the company is private or listed, and sold only once it is listed.</summary>
    private static bool CanTrade(CompanyState state, Direction direction) =>
        state == CompanyState.Listed || (state == CompanyState.Private && direction == Direction.Buy);

    private ReadOnlySpan<double> Row(double[] rows, int portfolio) => rows.AsSpan(portfolio * paths, paths);

    private sealed class Leg(int index, OverlayPlan overlay, LegPlan plan, int length)
    {
        public int Index => index;

        public OverlayPlan Overlay => overlay;

        public LegPlan Plan => plan;

        public double[] Units { get; } = new double[length];

        public double[] Held { get; } = new double[length];

        public double[] Cash { get; } = new double[length];

        /// <summary>Whether some path of the block still holds a stake past the date on which it should have been undone.</summary>
        public bool WaitsForExit { get; set; }

        public void Start()
        {
            Array.Clear(Units);
            Array.Clear(Held);
            Array.Clear(Cash);
            WaitsForExit = false;
        }
    }
}
