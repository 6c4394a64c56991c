using System.Numerics.Tensors;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Pricing;

/// <summary>An instrument, or money, in a foreign currency: its value there times a simulated exchange rate.</summary>
/// <remarks>
/// The instrument is simulated as if its own currency were the scenario's, so its expected return is the scenario's risk-free rate and
/// premiums;
/// <c>interestRate</c> puts that currency's rate in the place of the scenario's. With both currencies' rates and an exchange rate that
/// drifts by their difference (uncovered interest parity) the holding is expected to earn the scenario's rate and premiums, and the
/// covariance of both.
/// </remarks>
public sealed class ForeignHolding : PricingKind
{
    private const string Asset = "asset",
        ExchangeRate = "exchangeRate",
        InterestRate = "interestRate";

    /// <inheritdoc/>
    public override string Name => "foreign";

    /// <inheritdoc/>
    public override LocalText Label => new("foreign currency", "外币资产");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Another instrument, or cash, held in a foreign currency: its value there times a simulated exchange rate.",
            "以外币持有的另一资产或现金：当地价值乘以模拟汇率。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "V(t) = A(t) e^((f - r) t) X(t) / X(0) for an asset A, e^(f t) X(t) / X(0) for cash; X the exchange rate, f the interest rate "
        + "of its currency, r the scenario's risk-free rate";

    /// <inheritdoc/>
    public override string Reference => "Product of value and exchange rate; Shreve (2004), section 9.3";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        new(
            ExchangeRate,
            TermType.Factor,
            new("The factor that is the price of one unit of the foreign currency in the scenario's.", "以情景货币计的一单位外币价格因子。")
        ),
        new(
            Asset,
            TermType.Instrument,
            new(
                "What is held, as an instrument in its own currency; cash when left out. Not a private company.",
                "所持资产（以其本币计的资产）；省略时为现金。不得为未上市公司。"
            )
        )
        {
            IsOptional = true,
        },
        new(
            InterestRate,
            TermType.Number,
            new(
                "Risk-free rate of the foreign currency, continuously compounded; the scenario's when left out. Leave it out for "
                    + "bonds: their curve has it.",
                "外币的无风险利率（连续复利）；省略时取情景的利率。债券应省略，其曲线已包含该利率。"
            )
        )
        {
            IsOptional = true,
            Unit = "a year",
            Low = -0.05,
            High = 0.5,
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        if (terms.Instruments.TryGetValue(Asset, out var asset) && setting.Instrument(asset).Kind == InstrumentKind.Private)
            yield return $"expected an asset that trades, found the private company '{asset}'";
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting) => new HoldingPricer(terms, setting);

    private sealed class HoldingPricer(PricingTerms terms, PricingSetting setting) : Pricer
    {
        private readonly double rate = setting.Model.RiskFreeRate;
        private readonly double foreign = terms.Numbers.GetValueOrDefault(InterestRate, setting.Model.RiskFreeRate);
        private readonly TimeGrid grid = setting.Grid;

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Factor(ExchangeRate)];

        public override IReadOnlyList<Id<Instrument>> Instruments { get; } =
            terms.Instruments.TryGetValue(Asset, out var asset) ? [asset] : [];

        public override void Price(int date, in PricingBlock block)
        {
            var isCash = Instruments.Count == 0;
            TensorPrimitives.Multiply(block.Factor(0), Math.Exp((isCash ? foreign : foreign - rate) * grid.Years[date]), block.Prices);
            if (!isCash)
                TensorPrimitives.Multiply(block.Prices, block.Instrument(0), block.Prices);
        }
    }
}
