using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using Instrument = RiskEngine.Abstractions.Market.Instrument;

namespace RiskEngine.QLNet.Pricing;

/// <summary>The terms that options on one underlying share: those of the built-in kind <c>option</c>, under the same names.</summary>
internal sealed class OptionTerms(PricingTerms terms)
{
    /// <summary>The least volatility in a price.</summary>
    public const double LeastVolatility = 1e-4;

    /// <summary>The terms as files give them.</summary>
    public static IReadOnlyList<TermSpec> Specs { get; } =
    [
        new("type", TermType.Word, new("What it gives the right to do.", "期权类型。")) { Words = ["call", "put"] },
        new(
            "underlying",
            TermType.Instrument,
            new("The instrument that it is on, of any kind but private.", "标的资产，不得为未上市公司。")
        ),
        new(
            "spot",
            TermType.Number,
            new("Price of the underlying on the as-of date, in the unit of the strike.", "基准日的标的价格，与行权价同单位。")
        )
        {
            Low = 0,
            OpenLow = true,
        },
        new("strike", TermType.Number, new("The strike.", "行权价。")) { Low = 0, OpenLow = true },
        new("expiry", TermType.Date, new("The last day of exercise.", "最后行权日。")),
        new(
            "impliedVolatility",
            TermType.Factor,
            new(
                "The factor whose value, a decimal a year, is the volatility in the price; below 0.0001 it counts as 0.0001.",
                "其数值（年化小数）作为定价波动率的因子；低于 0.0001 按 0.0001 计。"
            )
        ),
        new("dividendYield", TermType.Number, new("Dividend yield of the underlying, continuously compounded.", "标的股息率（连续复利）。"))
        {
            IsOptional = true,
            Unit = "a year",
            Low = -0.5,
            High = 0.5,
            Default = 0,
        },
        ContractTerms.Multiplier,
    ];

    public bool IsCall { get; } = terms.Word("type") == "call";

    public double Spot { get; } = terms.Number("spot");

    public double Strike { get; } = terms.Number("strike");

    public double DividendYield { get; } = terms.Number("dividendYield");

    public DateOnly Expiry { get; } = terms.Date("expiry");

    public Id<RiskFactor> Volatility { get; } = terms.Factor("impliedVolatility");

    public Id<Instrument> Underlying { get; } = terms.Instrument("underlying");

    /// <summary>
    /// The underlying's price: spot times its simulated value, which has its dividends in it, less those paid by then.
    /// </summary>
    public double Price(double value, double years) => Spot * value * Math.Exp(-DividendYield * years);

    /// <summary>What exercise at a price of the underlying pays.</summary>
    public double Payoff(double price) => Math.Max(0, IsCall ? price - Strike : Strike - price);

    /// <summary>Problems of the terms, as a kind's check tells them.</summary>
    public IEnumerable<string> Check(PricingSetting setting)
    {
        if (setting.Instrument(Underlying).Kind == InstrumentKind.Private)
            yield return $"expected an underlying that trades, found the private company '{Underlying}'";
    }
}
