using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Pricing;

/// <summary>Priced instruments of the built-in kinds.</summary>
internal static class Priced
{
    public static Instrument Bond(
        string id,
        string curve,
        string maturity,
        double coupon = 0,
        double frequency = 2,
        double spread = 0,
        string? spreadFactor = null
    ) =>
        Of(
            id,
            new CouponBond(),
            new PricingTerms
            {
                Numbers = new Dictionary<string, double>
                {
                    ["coupon"] = coupon,
                    ["frequency"] = frequency,
                    ["spread"] = spread,
                },
                Dates = new Dictionary<string, DateOnly> { ["maturity"] = SmallScenario.After(maturity) },
                Factors = new[] { ("curve", curve), ("spreadFactor", spreadFactor) }
                    .Where(f => f.Item2 is not null)
                    .ToDictionary(f => f.Item1, f => new Id<RiskFactor>(f.Item2!)),
            }
        );

    public static Instrument Option(
        string id,
        string type,
        string underlying,
        double spot,
        double strike,
        string expiry,
        string volatility,
        double dividendYield = 0
    ) =>
        Of(
            id,
            new EuropeanOption(),
            new PricingTerms
            {
                Numbers = new Dictionary<string, double>
                {
                    ["spot"] = spot,
                    ["strike"] = strike,
                    ["dividendYield"] = dividendYield,
                },
                Dates = new Dictionary<string, DateOnly> { ["expiry"] = SmallScenario.After(expiry) },
                Words = new Dictionary<string, string> { ["type"] = type },
                Factors = new Dictionary<string, Id<RiskFactor>> { ["impliedVolatility"] = new(volatility) },
                Instruments = new Dictionary<string, Id<Instrument>> { ["underlying"] = new(underlying) },
            }
        );

    public static Instrument Exchange(
        string id,
        (string Instrument, double Spot, double DividendYield) received,
        (string Instrument, double Spot, double DividendYield) given,
        string expiry,
        string volatility
    ) =>
        Of(
            id,
            new ExchangeOption(),
            new PricingTerms
            {
                Numbers = new Dictionary<string, double>
                {
                    ["receivesSpot"] = received.Spot,
                    ["givesSpot"] = given.Spot,
                    ["receivesDividendYield"] = received.DividendYield,
                    ["givesDividendYield"] = given.DividendYield,
                },
                Dates = new Dictionary<string, DateOnly> { ["expiry"] = SmallScenario.After(expiry) },
                Factors = new Dictionary<string, Id<RiskFactor>> { ["impliedVolatility"] = new(volatility) },
                Instruments = new Dictionary<string, Id<Instrument>>
                {
                    ["receives"] = new(received.Instrument),
                    ["gives"] = new(given.Instrument),
                },
            }
        );

    public static Instrument Foreign(string id, string exchangeRate, string? asset = null, double? interestRate = null) =>
        Of(
            id,
            new ForeignHolding(),
            new PricingTerms
            {
                Numbers = interestRate is { } rate ? new Dictionary<string, double> { ["interestRate"] = rate } : [],
                Factors = new Dictionary<string, Id<RiskFactor>> { ["exchangeRate"] = new(exchangeRate) },
                Instruments = asset is null ? [] : new Dictionary<string, Id<Instrument>> { ["asset"] = new(asset) },
            }
        );

    private static Instrument Of(string id, PricingKind kind, PricingTerms terms) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Kind = InstrumentKind.Priced,
            Pricing = new PricingDefinition(kind, terms),
        };
}
