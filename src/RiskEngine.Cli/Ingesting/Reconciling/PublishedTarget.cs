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
internal sealed record PublishedTarget(string Thesis, string Claim, string Instrument, double Raw, string Currency, double? Price)
{
    /// <summary>The target less the bias; null where the price is not known.</summary>
    public double? Discounted => Price is { } price ? PriceTargetBias.Discounted(Raw, price) : null;

    /// <summary>The targets of one article's claims that are about one security each.</summary>
    /// <param name="thesis">Id of its thesis.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="prices">Prices by security and currency.</param>
    public static IEnumerable<PublishedTarget> Of(
        string thesis,
        IEnumerable<ArticleClaim> claims,
        IReadOnlyDictionary<(string Security, string Currency), double> prices
    )
    {
        foreach (var claim in claims.OfType<PredictionClaim>().Where(c => c is { IsPriceTarget: true, Quantity: not null }))
        {
            if (TargetResolver.Securities(claim.About) is not [var security])
                continue;
            var currency = claim.Quantity!.Unit;
            double? price = prices.TryGetValue((security, currency), out var known) ? known : null;
            yield return new PublishedTarget(thesis, claim.Id, security, claim.Quantity.Value, currency, price);
        }
    }
}
