using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet.Pricing;
using RiskEngine.QLNet.Threads;

namespace RiskEngine.QLNet;

/// <summary>The kinds of priced instruments that QLNet prices: the one list to add a new kind to.</summary>
public static class QLNetKinds
{
    /// <summary>All of them; any number of threads prices them at once.</summary>
    public static IReadOnlyList<PricingKind> All { get; } =
    [new CalendarBond(), new KnockOption(), new FundedSwap(), InCopies(new AmericanOption())];

    // What asks QLNet for prices along paths needs a copy of it for each thread.
    private static ConcurrentKind InCopies(PricingKind kind) => new(kind, QLNetCopies.Shared);
}
