using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Reconciling;
using RiskEngine.Articles.Theses;

namespace RiskEngine.Cli.Ingesting.Reconciling;

/// <summary>A price target as an article gives it, and without the bias of published targets.</summary>
/// <param name="Thesis">The thesis.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Instrument">What it is a price of.</param>
/// <param name="Raw">The target as published.</param>
/// <param name="Currency">Currency of all prices here.</param>
/// <param name="Price">Today's price as the holdings give it; null where they do not.</param>
/// <param name="By">The day by which it is to be reached; null where the article names none.</param>
/// <param name="AsOf">Today.</param>
internal sealed record PublishedTarget(
    string Thesis,
    string Claim,
    string Instrument,
    double Raw,
    string Currency,
    double? Price,
    DateOnly? By,
    DateOnly AsOf
)
{
    private const int FewestDays = 28;

    /// <summary>How far ahead it is; a year where the article names no day, as published targets are.</summary>
    public double Years => By is { } by ? (by.DayNumber - AsOf.DayNumber) / 365.25 : 1;

    /// <summary>Whether its day is past, or so near that a year's profit cannot be told from it.</summary>
    public bool IsDue => By is { } by && by.DayNumber - AsOf.DayNumber < FewestDays;

    /// <summary>The target less the bias; null where the price is not known or the day is due.</summary>
    public double? Discounted => Price is { } price && !IsDue ? PriceTargetBias.Discounted(Raw, price, Years) : null;

    /// <summary>Profit a year of a price by then, as a part of today's price.</summary>
    /// <param name="target">The price by then.</param>
    public double AYear(double target) => Math.Pow(target / Price!.Value, 1 / Years) - 1;

    /// <summary>The targets of one article's claims that are about one security each.</summary>
    /// <param name="thesis">Id of its thesis.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="prices">Prices by security and currency.</param>
    /// <param name="asOf">Today.</param>
    public static IEnumerable<PublishedTarget> Of(
        string thesis,
        IEnumerable<ArticleClaim> claims,
        IReadOnlyDictionary<(string Security, string Currency), double> prices,
        DateOnly asOf
    )
    {
        foreach (var claim in claims.OfType<PredictionClaim>().Where(c => c is { IsPriceTarget: true, Quantity: not null }))
        {
            if (TargetResolver.Securities(claim.About) is not [var security])
                continue;
            var currency = claim.Quantity!.Unit;
            double? price = prices.TryGetValue((security, currency), out var known) ? known : null;
            yield return new PublishedTarget(thesis, claim.Id, security, claim.Quantity.Value, currency, price, claim.Date?.To, asOf);
        }
    }
}
