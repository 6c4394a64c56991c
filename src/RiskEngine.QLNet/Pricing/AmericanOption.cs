using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// An American call or put, priced by a Leisen-Reimer tree; its holder exercises on the first date of the grid on which the tree says so.
/// </summary>
/// <remarks>
/// What exercise pays is kept as cash at the risk-free rate. A path that could be exercised between two dates waits for the next one.
/// </remarks>
public sealed class AmericanOption : PricingKind
{
    /// <inheritdoc/>
    public override string Name => "qlnet-american-option";

    /// <inheritdoc/>
    public override LocalText Label => new("American option", "美式期权");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "An American call or put on another instrument, priced by a binomial tree (QLNet); exercised on the first date on which "
                + "that is best.",
            "以另一资产为标的的美式看涨或看跌期权，按二叉树（QLNet）定价；在首个最优日期行权。"
        );

    /// <inheritdoc/>
    public override string Equation => "V = max(payoff, continuation) at every node of a Leisen-Reimer tree of S, with steps nodes in time";

    /// <inheritdoc/>
    public override string Reference =>
        "Leisen and Reimer (1996), Binomial models for option valuation; QLNet LeisenReimer and BlackScholesLattice";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        .. OptionTerms.Specs,
        new(
            "steps",
            TermType.Number,
            new("Steps of the tree, an odd number; more are slower and closer.", "二叉树步数（奇数）；越多越慢也越准。")
        )
        {
            IsOptional = true,
            Low = 3,
            High = 2001,
            Default = 51,
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
        var steps = terms.Number("steps");
        if (steps % 2 != 1)
            yield return $"expected an odd number of steps, found {steps}";
        foreach (var problem in new OptionTerms(terms).Check(setting))
            yield return problem;
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        return new TreePricer(new OptionTerms(terms), (int)terms.Number("steps"), setting);
    }

    private sealed class TreePricer(OptionTerms terms, int steps, PricingSetting setting) : Pricer
    {
        private readonly TimeGrid grid = setting.Grid;
        private readonly double rate = setting.Model.RiskFreeRate;

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Volatility];

        public override IReadOnlyList<Id<Instrument>> Instruments { get; } = [terms.Underlying];

        // One row: what exercise paid, in cash of the as-of date.
        public override int StateCount => 1;

        public override DateOnly? CashFrom => terms.Expiry;

        public override void Price(int date, in PricingBlock block)
        {
            var (years, cash) = (grid.Years[date], Math.Exp(rate * grid.Years[date]));
            var tree =
                grid.Dates[date] < terms.Expiry
                    ? new AmericanTree(terms, steps, rate, DayCount.Years(grid.Dates[date], terms.Expiry))
                    : null;
            var volatilities = block.Factor(0);
            var values = block.Instrument(0);
            var exercised = block.State(0);
            for (var path = 0; path < block.PathCount; path++)
            {
                if (exercised[path] > 0 || grid.Dates[date] > terms.Expiry)
                {
                    block.Prices[path] = exercised[path] * cash;
                    continue;
                }

                var spot = terms.Price(values[path], years);
                var payoff = terms.Payoff(spot);
                var price = tree is null ? payoff : Math.Max(payoff, tree.Value(spot, volatilities[path]));
                // The tree's first node is the better of both, so where exercise is best its value is the payoff.
                if (price <= payoff * (1 + 1e-9))
                    exercised[path] = payoff / cash;
                block.Prices[path] = price;
            }
        }
    }
}
