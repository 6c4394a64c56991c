using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Loading.Drafts;

/// <summary>What a draft says of one holding's risk.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="OwnVariance">What its exposures do not explain, a year.</param>
/// <param name="IsAssumed">Whether it rests on a draft's judgement.</param>
internal sealed record DraftedRisk(DraftInstrument Instrument, double OwnVariance, bool IsAssumed)
{
    /// <summary>What exposures were multiplied by, so that they do not explain more than the holding's own prices move; 1 where
    /// nothing.</summary>
    public double Scale { get; private init; } = 1;

    private const string Exits =
        "{ listing: { probability: 0.2, within: 2y, multiple: { pert: [0.5, 1.3, 3] } }, sale: { probability: 0.1, within: 2y, multiple: "
        + "{ pert: [0.4, 1.2, 2.5] } }, downRound: { probability: 0.25, within: 2y, multiple: { pert: [0.35, 0.65, 0.95] } }, "
        + "failure: { probability: 0.08, within: 2y, multiple: { pert: [0, 0.05, 0.3] } } }";

    /// <summary>The part of a volatility that exposures explain at most where prices say less than the reference market.</summary>
    private const double MostExplained = 0.8;

    /// <summary>By the reference market, and by its own prices where there are any.</summary>
    /// <param name="market">The reference market.</param>
    /// <param name="id">The instrument's id.</param>
    /// <param name="name">For readers.</param>
    /// <param name="holding">The holding.</param>
    /// <param name="security">What the list says of it; null where the user mapped it.</param>
    /// <param name="sector">The factor of its sector; null where its beta says all.</param>
    /// <param name="settings">The scenario's day and currency.</param>
    public static DraftedRisk Of(
        ReferenceMarket market,
        string id,
        LocalText name,
        DraftHolding holding,
        Security? security,
        string? sector,
        DraftSettings settings
    )
    {
        var isPrivate = security?.Kind == SecurityKind.PrivateCompany || security?.Listed > settings.AsOf;
        var isFund = security is { Kind: SecurityKind.Fund };
        var exposures = new List<KeyValuePair<string, double>>();
        string reason;
        if (isFund && sector is not null && security!.Symbols.Contains(market.Factors[sector].Fund))
            holding = holding with { Estimate = null }; // what the factor is, it needs no estimate of
        if (holding.Estimate?.Beta is { } beta)
            (exposures, reason) = ([new(beta.Factor, beta.Beta)], "");
        else
            (exposures, reason) = Placed(market, security, sector!);

        var size = Size(security, isPrivate);
        var own = market.OwnRisks[size];
        var isFactorItself = isFund && security!.Symbols.Contains(market.Factors[exposures[0].Key].Fund);
        var ownVariance = isFactorItself || IsCoin(market, security, exposures[0].Key) ? 0 : own.Volatility * own.Volatility;
        if (settings.Currency != "USD" && market.Currencies[settings.Currency].Factor is { Length: > 0 } home)
            exposures.Add(new(home, -1));
        var explained = market.Covariance(exposures, exposures);
        // Files have four places: rounded down, a fund of no own risk would have less risk than its factor.
        var volatility = Math.Ceiling((Math.Sqrt(Math.Max(explained + ownVariance, market.MostVariance(exposures))) * 1e4) - 1e-6) / 1e4;
        var (sources, scale) = (new Dictionary<string, Source>(), 1.0);
        if (holding.Estimate is { } estimate)
        {
            volatility = estimate.Volatility;
            sources["volatility"] = new Calibrated(estimate.Record.Id) { StandardError = estimate.VolatilityError };
            if (explained > MostExplained * volatility * volatility)
            {
                scale = Math.Sqrt(MostExplained * volatility * volatility / explained);
                exposures = [.. exposures.Select(e => KeyValuePair.Create(e.Key, e.Value * scale))];
                explained *= scale * scale;
                reason = reason.Length == 0 ? "" : reason + ", scaled down to four fifths of its own variance";
            }

            ownVariance = (volatility * volatility) - explained;
            sources["exposures"] =
                estimate.Beta is { } b && reason.Length == 0
                    ? new Calibrated(estimate.Record.Id) { StandardError = b.Error }
                    : Assume(reason);
        }
        else if (ownVariance == 0)
        {
            sources["all"] = new Calibrated(market.Calibration.Id);
        }
        else
        {
            sources["all"] = Assume($"{reason}; own risk {DraftText.Number(own.Volatility)} ({SizeWord(size)})");
        }

        return new DraftedRisk(
            new DraftInstrument
            {
                Id = id,
                Name = name,
                Symbol = security?.Symbols.Count > 0 ? security.Symbols[0] : holding.Code,
                Kind =
                    isPrivate ? "private"
                    : isFund || security?.Kind is SecurityKind.Crypto or SecurityKind.Bond ? "fund"
                    : "equity",
                Volatility = volatility,
                Exposures = exposures,
                Exits = isPrivate ? Exits : "",
                Sources = sources,
            },
            ownVariance,
            ownVariance > 0 && holding.Estimate?.Beta is null
        )
        {
            Scale = scale,
        };
    }

    /// <summary>What owing it costs, assumed: a loan's rate over the risk-free one, or the fee for borrowing a share.</summary>
    public DraftedRisk Owed()
    {
        var isCash = Instrument.Kind == "cash" || Instrument.Id.StartsWith("cash-", StringComparison.Ordinal);
        var sources = new Dictionary<string, Source>(Instrument.Sources)
        {
            ["borrowCost"] = new Judgement(
                isCash
                    ? new("draft: what brokers add to the short rate, about", "draft：券商在短期利率之上的大致加点")
                    : new(
                        "draft: the mean fee by value for borrowing US shares (D'Avolio 2002)",
                        "draft：美股融券费率的市值加权平均（D'Avolio 2002）"
                    )
            ),
        };
        return this with { Instrument = Instrument with { BorrowCost = isCash ? 0.015 : 0.0025, Sources = sources } };
    }

    private static (List<KeyValuePair<string, double>> Exposures, string Reason) Placed(
        ReferenceMarket market,
        Security? security,
        string sector
    )
    {
        if (security is null)
            return ([new(sector, 1)], $"moves as {sector}, as you said");
        var country = CountryFactor(market, security);
        return country is null || IsRegion(sector) || security.Kind is not (SecurityKind.Equity or SecurityKind.PrivateCompany)
            ? ([new(sector, 1)], $"moves as {sector}")
            : ([new(sector, 0.5), new(country, 0.5)], $"half {sector}, half {country} (Cavaglia and others 2000)");
    }

    private static string? CountryFactor(ReferenceMarket market, Security security)
    {
        if (security.Country is "" or "US")
            return null;
        var isMainland = security.Symbols.Count > 0 && (security.Symbols[0].EndsWith(".SH") || security.Symbols[0].EndsWith(".SZ"));
        return isMainland ? "china-a-equity" : market.Countries.GetValueOrDefault(security.Country);
    }

    private static bool IsRegion(string factor) => factor.EndsWith("-equity", StringComparison.Ordinal) || factor == "china-internet";

    private static bool IsCoin(ReferenceMarket market, Security? security, string factor) =>
        security is { Kind: SecurityKind.Crypto } && security.Symbols.Contains(market.Factors[factor].Fund);

    private static string Size(Security? security, bool isPrivate) =>
        isPrivate ? "private"
        : security?.Kind is SecurityKind.Fund or SecurityKind.Bond ? "fund"
        : security is { Kind: SecurityKind.Crypto, Sector: not "treasury-bills" } ? "crypto"
        : security is { Kind: SecurityKind.Crypto } ? "fund"
        : security is { Size.Length: > 0 } ? security.Size
        : "none";

    private static string SizeWord(string size) =>
        size switch
        {
            "fund" => "a fund",
            "private" => "no listing",
            "crypto" => "a crypto asset",
            "none" => "size unknown",
            _ => $"{size} company",
        };

    private static Judgement Assume(string reason) => new(LocalText.Same($"draft: {reason}"));
}
