using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.QLNet.Threads;

/// <summary>One instrument's pricers, one in each copy of QLNet that has been asked for it.</summary>
/// <param name="kind">The instrument's kind.</param>
/// <param name="terms">Its terms.</param>
/// <param name="setting">The world it is priced in.</param>
/// <param name="copies">Where copies are taken from.</param>
internal sealed class ConcurrentPricer(PricingKind kind, PricingTerms terms, PricingSetting setting, QLNetCopies copies) : Pricer
{
    // What an instrument reads is the same in all copies, and is said by the one that is loaded already.
    private readonly Pricer first = kind.Create(terms, setting);

    // By the number of the copy: whoever has the copy is alone with its place.
    private readonly Pricer?[] pricers = new Pricer?[copies.Most];

    /// <inheritdoc/>
    public override IReadOnlyList<Id<RiskFactor>> Factors => first.Factors;

    /// <inheritdoc/>
    public override IReadOnlyList<Id<Instrument>> Instruments => first.Instruments;

    /// <inheritdoc/>
    public override int StateCount => first.StateCount;

    /// <inheritdoc/>
    public override DateOnly? CashFrom => first.CashFrom;

    /// <inheritdoc/>
    public override void Price(int date, in PricingBlock block)
    {
        var copy = copies.Take();
        try
        {
            var pricer = pricers[copy.Number] ??= copy.Number == 0 ? first : copy.Kind(kind.GetType()).Create(terms, setting);
            pricer.Price(date, block);
        }
        finally
        {
            copies.GiveBack(copy);
        }
    }
}
