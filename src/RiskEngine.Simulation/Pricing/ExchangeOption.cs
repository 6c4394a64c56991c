using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Pricing;

/// <summary>The right to give one instrument of the scenario for another at expiry, priced by Margrabe with a simulated
/// volatility.</summary>
/// <remarks>
/// The volatility is that of the ratio of both prices: sqrt(v1^2 + v2^2 - 2 rho v1 v2). Prices and dividends are as of <see
/// cref="EuropeanOption"/>; no interest rate is in the price. On the day of expiry the payoff becomes cash at the scenario's risk-free
/// rate.
/// </remarks>
public sealed class ExchangeOption : PricingKind
{
    private const string Receives = "receives",
        Gives = "gives",
        ReceivesDividendYield = "receivesDividendYield",
        GivesDividendYield = "givesDividendYield",
        ImpliedVolatility = "impliedVolatility";

    /// <inheritdoc/>
    public override string Name => "exchange-option";

    /// <inheritdoc/>
    public override LocalText Label => new("exchange option", "资产交换期权");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "The right to give one instrument for another on a day, priced by Margrabe with a simulated volatility of their ratio; what "
                + "it pays is kept as cash.",
            "到期日以一种资产换取另一种资产的权利，按 Margrabe 公式与两者比价的模拟波动率定价；到期所得以现金保留。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "price = S1 e^(-q1 tau) N(d1) - S2 e^(-q2 tau) N(d2); d1 = (ln(S1 / S2) + (q2 - q1 + v^2 / 2) tau) / (v sqrt(tau)), d2 = d1 - v "
        + "sqrt(tau); S = spot x value x e^(-q t) of either, v the volatility factor, tau = expiry - t";

    /// <inheritdoc/>
    public override string Reference => "Margrabe (1978), eq. 7; with dividend yields as Haug (2007), section 5.7";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        new(
            Receives,
            TermType.Instrument,
            new("The instrument that is received, of any kind but private.", "换入的资产，不得为未上市公司。")
        ),
        new(Gives, TermType.Instrument, new("The instrument that is given, of any kind but private.", "换出的资产，不得为未上市公司。")),
        Spot("receivesSpot", new("Price on the as-of date of what is received for one option.", "每份期权换入资产的基准日价格。")),
        Spot(
            "givesSpot",
            new("Price on the as-of date of what is given for one option, in the same unit.", "每份期权换出资产的基准日价格，同单位。")
        ),
        new("expiry", TermType.Date, new("The day of exercise.", "行权日。")),
        new(
            ImpliedVolatility,
            TermType.Factor,
            new(
                "The factor whose value, a decimal a year, is the volatility of the ratio of both prices; below 0 it counts as 0.",
                "其数值（年化小数）作为两资产比价波动率的因子；负值按 0 计。"
            )
        ),
        Yield(ReceivesDividendYield, new("Dividends of what is received, continuously compounded.", "换入资产的股息率（连续复利）。")),
        Yield(GivesDividendYield, new("Dividends of what is given, continuously compounded.", "换出资产的股息率（连续复利）。")),
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
        foreach (var name in new[] { Receives, Gives })
        {
            if (setting.Instrument(terms.Instrument(name)).Kind == InstrumentKind.Private)
                yield return $"'{name}': expected an instrument that trades, found the private company '{terms.Instrument(name)}'";
        }

        if (terms.Instrument(Receives) == terms.Instrument(Gives))
            yield return $"'{Gives}': expected another instrument than is received, found '{terms.Instrument(Gives)}' again";
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting) => new ExchangePricer(terms, setting);

    private static TermSpec Spot(string name, LocalText meaning) => new(name, TermType.Number, meaning) { Low = 0, OpenLow = true };

    private static TermSpec Yield(string name, LocalText meaning) =>
        new(name, TermType.Number, meaning)
        {
            IsOptional = true,
            Unit = "a year",
            Low = -0.5,
            High = 0.5,
            Default = 0,
        };

    private sealed class ExchangePricer(PricingTerms terms, PricingSetting setting) : Pricer
    {
        private readonly double receivedSpot = terms.Number("receivesSpot");
        private readonly double givenSpot = terms.Number("givesSpot");
        private readonly double receivedYield = terms.Number(ReceivesDividendYield);
        private readonly double givenYield = terms.Number(GivesDividendYield);
        private readonly double rate = setting.Model.RiskFreeRate;
        private readonly TimeGrid grid = setting.Grid;
        private readonly double expiry = DayCount.Years(setting.AsOf, terms.Date("expiry"));

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Factor(ImpliedVolatility)];

        public override IReadOnlyList<Id<Instrument>> Instruments { get; } = [terms.Instrument(Receives), terms.Instrument(Gives)];

        // One row: the payoff, from expiry on.
        public override int StateCount => 1;

        public override DateOnly? CashFrom { get; } = terms.Date("expiry");

        public override void Price(int date, in PricingBlock block)
        {
            var prices = block.Prices;
            var volatility = block.Factor(0);
            var received = block.Instrument(0);
            var given = block.Instrument(1);
            var payoff = block.State(0);
            var (years, left) = (grid.Years[date], expiry - grid.Years[date]);
            var first = receivedSpot * Math.Exp(-receivedYield * years);
            var second = givenSpot * Math.Exp(-givenYield * years);
            for (var i = 0; i < prices.Length; i++)
            {
                // What is given stands for a strike that itself pays: Margrabe's formula is that of a call with its yield as the rate.
                if (left >= 0)
                {
                    payoff[i] = BlackScholes.Price(
                        true,
                        first * received[i],
                        second * given[i],
                        givenYield,
                        receivedYield,
                        volatility[i],
                        left
                    );
                }

                prices[i] = left < 0 ? payoff[i] * Math.Exp(-rate * left) : payoff[i];
            }
        }
    }
}
