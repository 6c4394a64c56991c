using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;
using Barrier = QLNet.Barrier;
using Instrument = RiskEngine.Abstractions.Market.Instrument;

namespace RiskEngine.QLNet.Pricing;

/// <summary>A European call or put that begins or ends when its underlying touches a barrier, by the closed form.</summary>
/// <remarks>
/// The price assumes that the barrier is watched all the time; along a path it is looked at on the dates of the grid, so fewer paths touch
/// it than the price expects (Broadie, Glasserman and Kou 1997): shorter steps bring both together. A rebate is paid when an out-option
/// ends, or at expiry where an in-option never began.
/// </remarks>
public sealed class KnockOption : PricingKind
{
    private static readonly Dictionary<string, Barrier.Type> types = new(StringComparer.Ordinal)
    {
        ["down-and-out"] = Barrier.Type.DownOut,
        ["down-and-in"] = Barrier.Type.DownIn,
        ["up-and-out"] = Barrier.Type.UpOut,
        ["up-and-in"] = Barrier.Type.UpIn,
    };

    /// <inheritdoc/>
    public override string Name => "qlnet-barrier-option";

    /// <inheritdoc/>
    public override LocalText Label => new("barrier option", "障碍期权");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A European call or put that begins or ends at a barrier, priced by its closed form; the barrier is looked at on "
                + "the dates of the grid.",
            "在触及障碍时生效或失效的欧式期权，按解析公式定价；障碍仅在时间网格的日期上检查。"
        );

    /// <inheritdoc/>
    public override string Equation => "Haug (2007), section 4.17.1: A to F of Reiner and Rubinstein";

    /// <inheritdoc/>
    public override string Reference => "Reiner and Rubinstein (1991), Breaking down the barriers";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        .. OptionTerms.Specs,
        new("knock", TermType.Word, new("What touching the barrier does.", "触及障碍的后果。")) { Words = [.. types.Keys] },
        new("barrier", TermType.Number, new("The barrier, in the unit of the strike.", "障碍价格，与行权价同单位。"))
        {
            Low = 0,
            OpenLow = true,
        },
        new("rebate", TermType.Number, new("What is paid instead.", "未获期权时的补偿。"))
        {
            IsOptional = true,
            Low = 0,
            Default = 0,
        },
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
        var barrier = terms.Number("barrier");
        if (HasTouched(types[terms.Word("knock")], terms.Number("spot"), barrier))
        {
            yield return $"expected a barrier that the spot of {terms.Number("spot")} has not touched, found {terms.Word("knock")} at "
                + $"{barrier}";
        }

        foreach (var problem in new OptionTerms(terms).Check(setting))
            yield return problem;
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        return new BarrierPricer(
            new OptionTerms(terms),
            types[terms.Word("knock")],
            terms.Number("barrier"),
            terms.Number("rebate"),
            setting
        );
    }

    private static bool HasTouched(Barrier.Type type, double price, double barrier) =>
        type is Barrier.Type.DownIn or Barrier.Type.DownOut ? price <= barrier : price >= barrier;

    private sealed class BarrierPricer(OptionTerms terms, Barrier.Type type, double barrier, double rebate, PricingSetting setting) : Pricer
    {
        private readonly bool isOut = type is Barrier.Type.DownOut or Barrier.Type.UpOut;
        private readonly TimeGrid grid = setting.Grid;
        private readonly double rate = setting.Model.RiskFreeRate;

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Volatility];

        public override IReadOnlyList<Id<Instrument>> Instruments { get; } = [terms.Underlying];

        // Two rows: whether the barrier has been touched; what was paid out, in cash of the as-of date.
        public override int StateCount => 2;

        public override DateOnly? CashFrom => terms.Expiry;

        public override void Price(int date, in PricingBlock block)
        {
            var formula = new BarrierFormula(
                type,
                terms.IsCall,
                terms.Strike,
                barrier,
                rebate,
                rate,
                terms.DividendYield,
                DayCount.Years(grid.Dates[date], terms.Expiry)
            );
            var touched = block.State(0);
            var paid = block.State(1);
            var volatilities = block.Factor(0);
            var values = block.Instrument(0);
            for (var path = 0; path < block.PathCount; path++)
                block.Prices[path] = Price(date, formula, volatilities[path], values[path], ref touched[path], ref paid[path]);
        }

        private double Price(int date, in BarrierFormula formula, double volatility, double value, ref double touched, ref double paid)
        {
            var cash = Math.Exp(rate * grid.Years[date]);
            if (grid.Dates[date] > terms.Expiry || (isOut && touched > 0))
                return paid * cash;
            var price = terms.Price(value, grid.Years[date]);
            if (touched == 0 && HasTouched(type, price, barrier))
            {
                touched = 1;
                if (isOut)
                {
                    paid = rebate / cash;
                    return rebate;
                }
            }

            if (grid.Dates[date] < terms.Expiry)
            {
                var deviation = Math.Max(volatility, OptionTerms.LeastVolatility);
                return touched > 0 ? formula.Plain(price, deviation) : formula.Price(price, deviation);
            }

            var payoff = isOut == touched > 0 ? rebate : terms.Payoff(price);
            paid = payoff / cash;
            return payoff;
        }
    }
}
