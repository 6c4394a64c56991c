using System.Numerics.Tensors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The priced instruments of one block of paths. What events do to them stays in <see cref="InstrumentBlocks"/>, where they have no other
/// move: a value is the price relative to that of the as-of date, times what events left of it.
/// </summary>
internal sealed class PricedBlocks
{
    // What is worth nothing keeps a billionth, as what events take: then trades and logarithms stay finite.
    private const double LeastValue = 1e-9;

    private readonly CasePlan plan;
    private readonly int paths;
    private readonly Priced[] priced;
    private readonly double[] prices;

    public PricedBlocks(CasePlan plan, int paths, bool[] needed)
    {
        this.plan = plan;
        this.paths = paths;
        priced = [.. plan.Priced.Where(p => needed[p.Instrument]).Select(p => new Priced(p, paths))];
        prices = new double[paths];
    }

    /// <summary>Marks what the needed priced instruments are priced from.</summary>
    public static void Require(CasePlan plan, bool[] needed)
    {
        for (var p = plan.Priced.Length - 1; p >= 0; p--)
        {
            if (!needed[plan.Priced[p].Instrument])
                continue;
            foreach (var of in plan.Priced[p].Instruments)
                needed[of] = true;
        }
    }

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start(FactorBlocks factors, InstrumentBlocks instruments)
    {
        foreach (var p in priced)
        {
            Array.Clear(p.State);
            p.Kept.AsSpan().Fill(1);
            Price(p, 0, factors, instruments);
        }
    }

    /// <summary>Prices all of them at a date, when factors and what they are priced from have their values.</summary>
    public void Settle(int date, FactorBlocks factors, InstrumentBlocks instruments)
    {
        foreach (var p in priced)
        {
            Price(p, date, factors, instruments);
            var values = instruments.Repriced(p.Plan.Instrument);
            // Cash is out of reach of events: what they left of the instrument by then is kept.
            if (date <= p.Plan.CashFrom)
                values.CopyTo(p.Kept);
            TensorPrimitives.Multiply(prices, 1 / p.Plan.StartPrice, values);
            TensorPrimitives.Max(values, LeastValue, values);
            TensorPrimitives.Multiply(values, p.Kept, values);
        }
    }

    private void Price(Priced p, int date, FactorBlocks factors, InstrumentBlocks instruments)
    {
        for (var f = 0; f < p.Plan.Factors.Length; f++)
            factors.Values(p.Plan.Factors[f], p.Factors.AsSpan(f * paths, paths));
        for (var i = 0; i < p.Plan.Instruments.Length; i++)
            instruments.Values(p.Plan.Instruments[i]).CopyTo(p.Instruments.AsSpan(i * paths, paths));
        try
        {
            p.Plan.Pricer.Price(date, new PricingBlock(prices, p.Factors, p.Instruments, p.State));
        }
        catch (Exception e) // a pricer may be anybody's code
        {
            throw PricingFailedException.Of(p.Plan.Subject, plan.Grid.Dates[date], e);
        }
    }

    private sealed class Priced(PricedPlan plan, int paths)
    {
        public PricedPlan Plan => plan;

        public double[] Factors { get; } = new double[plan.Factors.Length * paths];

        public double[] Instruments { get; } = new double[plan.Instruments.Length * paths];

        public double[] State { get; } = new double[plan.Pricer.StateCount * paths];

        /// <summary>What events have left of it, up to the day on which it became cash.</summary>
        public double[] Kept { get; } = new double[paths];
    }
}
