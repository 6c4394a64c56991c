using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Loading.Drafts;

/// <summary>A factor of the reference market.</summary>
/// <param name="Draft">What a scenario copies.</param>
/// <param name="Volatility">A year.</param>
/// <param name="Fund">The listed fund that it is the total return of; empty for currencies.</param>
/// <param name="Episodes">What it did in each of <see cref="ReferenceMarket.Episodes"/>, relative; null where it did not exist.</param>
public sealed record ReferenceFactor(DraftFactor Draft, double Volatility, string Fund, IReadOnlyList<double?> Episodes)
{
    /// <summary>Its id.</summary>
    public string Id => Draft.Id;
}

/// <summary>A stretch of history.</summary>
/// <param name="Id">Names the case and the event.</param>
/// <param name="From">First close.</param>
/// <param name="Until">Last close.</param>
/// <param name="Name">For readers.</param>
public sealed record ReferenceEpisode(string Id, DateOnly From, DateOnly Until, LocalText Name);

/// <summary>Own risk of a size of company.</summary>
/// <param name="Volatility">A year.</param>
/// <param name="Reason">How it was set.</param>
public sealed record ReferenceOwnRisk(double Volatility, string Reason);

/// <summary>What stands for a currency.</summary>
/// <param name="Factor">A factor whose value is one unit in US dollars; empty where there is none to have.</param>
/// <param name="RiskFreeRate">Short rate of early 2026, a year, rounded.</param>
/// <param name="Dollars">What one unit was worth in US dollars on 2026-01-30, rounded; null where the reference market does not know
/// it.</param>
/// <param name="Remark">Why this factor, where it is not the currency's own; else empty.</param>
public sealed record ReferenceCurrency(string Factor, double RiskFreeRate, double? Dollars, string Remark);
