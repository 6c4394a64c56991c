using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Abstractions.Pricing;

/// <summary>
/// The price of one instrument along the paths of one world, in blocks of paths. Implementations are called by many threads at once, one
/// block at a time each, and keep what belongs to a path in the block's state; they write only to the spans they are handed.
/// </summary>
/// <remarks>
/// A price is what a holder has who bought on the as-of date: what was paid out since (coupons, a payoff) is part of it, as cash at the
/// risk-free rate. In which unit is the pricer's affair: the engine uses ratios to the price of the as-of date, which must be above zero.
/// </remarks>
public abstract class Pricer
{
    /// <summary>The factors whose values it reads, in the order in which <see cref="PricingBlock.Factor"/> numbers them.</summary>
    public virtual IReadOnlyList<Id<RiskFactor>> Factors => [];

    /// <summary>The instruments whose values it reads, in the order in which <see cref="PricingBlock.Instrument"/> numbers them.</summary>
    public virtual IReadOnlyList<Id<Instrument>> Instruments => [];

    /// <summary>How many numbers of state a path needs; all are zero before the as-of date is priced.</summary>
    public virtual int StateCount => 0;

    /// <summary>
    /// The day from which on nothing but cash is left (maturity, expiry), and events move it no more; null where there is none.
    /// </summary>
    public virtual DateOnly? CashFrom => null;

    /// <summary>
    /// Writes the price of every path at grid date <paramref name="date"/>. Called for all dates in order, from the as-of date (0), at
    /// which the factors are where prices of the base case know them, to the last horizon.
    /// </summary>
    public abstract void Price(int date, in PricingBlock block);
}
