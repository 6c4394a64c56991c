using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Pricing;

/// <summary>A European call or put on an instrument of the scenario, priced by Black and Scholes with a simulated volatility.</summary>
/// <remarks>
/// The underlying's simulated value has its dividends in it (total return), an option's payoff does not: its price is <c>spot</c> times
/// that value, less the dividends paid since, so events that hit it are in it. The rate is the scenario's risk-free rate. On the day of
/// expiry the payoff becomes cash at that rate. The underlying's premium reaches the option through its price: no drift is given to it.
/// </remarks>
public sealed class EuropeanOption : PricingKind
{
    private const string Underlying = "underlying",
        ImpliedVolatility = "impliedVolatility",
        Call = "call";

    /// <inheritdoc/>
    public override string Name => "option";

    /// <inheritdoc/>
    public override LocalText Label => new("option", "期权");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A European call or put on another instrument, priced by Black and Scholes with a simulated volatility; what it pays is "
                + "kept as cash.",
            "以另一资产为标的的欧式看涨或看跌期权，按 Black-Scholes 公式与模拟的波动率定价；到期所得以现金保留。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "call = S e^(-q tau) N(d1) - K e^(-r tau) N(d2), put = K e^(-r tau) N(-d2) - S e^(-q tau) N(-d1); d1 = (ln(S / K) + (r - q + "
        + "v^2 / 2) tau) / (v sqrt(tau)), d2 = d1 - v sqrt(tau); S = spot x value of the underlying x e^(-q t), v the volatility factor, "
        + "tau = expiry - t";

    /// <inheritdoc/>
    public override string Reference => "Black and Scholes (1973), eq. 13; Merton (1973) for the dividend yield";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        new("type", TermType.Word, new("What it gives the right to do.", "期权类型。")) { Words = [Call, "put"] },
        new(Underlying, TermType.Instrument, new("The instrument that it is on, of any kind but private.", "标的资产，不得为未上市公司。")),
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
        new("expiry", TermType.Date, new("The day of exercise.", "行权日。")),
        new(
            ImpliedVolatility,
            TermType.Factor,
            new(
                "The factor whose value, a decimal a year, is the volatility in the price; below 0 it counts as 0.",
                "其数值（年化小数）作为定价波动率的因子；负值按 0 计。"
            )
        ),
        new(
            "dividendYield",
            TermType.Number,
            new(
                "Dividends of the underlying that the option's holder misses, continuously compounded; the underlying's price loses them.",
                "持有期权而未能获得的标的股息率（连续复利）；标的价格随之除息。"
            )
        )
        {
            IsOptional = true,
            Unit = "a year",
            Low = -0.5,
            High = 0.5,
            Default = 0,
        },
        ContractTerms.Multiplier,
    ];

    /// <inheritdoc/>
    public override IEnumerable<DateOnly> ResolutionDates(PricingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return [terms.Date("expiry")];
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Check(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        if (setting.Instrument(terms.Instrument(Underlying)).Kind == InstrumentKind.Private)
            yield return $"expected an underlying that trades, found the private company '{terms.Instrument(Underlying)}'";
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting) => new OptionPricer(terms, setting);

    private sealed class OptionPricer(PricingTerms terms, PricingSetting setting) : Pricer
    {
        private readonly bool isCall = terms.Word("type") == Call;
        private readonly double spot = terms.Number("spot");
        private readonly double strike = terms.Number("strike");
        private readonly double dividendYield = terms.Number("dividendYield");
        private readonly double rate = setting.Model.RiskFreeRate;
        private readonly TimeGrid grid = setting.Grid;
        private readonly double expiry = DayCount.Years(setting.AsOf, terms.Date("expiry"));

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Factor(ImpliedVolatility)];

        public override IReadOnlyList<Id<Instrument>> Instruments { get; } = [terms.Instrument(Underlying)];

        // One row: the payoff, from expiry on.
        public override int StateCount => 1;

        public override DateOnly? CashFrom { get; } = terms.Date("expiry");

        public override void Price(int date, in PricingBlock block)
        {
            var prices = block.Prices;
            var volatility = block.Factor(0);
            var underlying = block.Instrument(0);
            var payoff = block.State(0);
            var left = expiry - grid.Years[date];
            var index = spot * Math.Exp(-dividendYield * grid.Years[date]);
            for (var i = 0; i < prices.Length; i++)
            {
                if (left >= 0)
                    payoff[i] = BlackScholes.Price(isCall, index * underlying[i], strike, rate, dividendYield, volatility[i], left);
                prices[i] = left < 0 ? payoff[i] * Math.Exp(-rate * left) : payoff[i];
            }
        }
    }
}
