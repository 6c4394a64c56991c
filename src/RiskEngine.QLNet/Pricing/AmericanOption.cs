using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using Instrument = QLNet.Instrument;

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
    public override string Reference => "Leisen and Reimer (1996), Binomial models for option valuation; QLNet BinomialVanillaEngine";

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

    private sealed class TreePricer(OptionTerms terms, int steps, PricingSetting setting)
        : QLNetPricer(setting.Grid, setting.Model.RiskFreeRate)
    {
        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Volatility];

        public override IReadOnlyList<Id<Abstractions.Market.Instrument>> Instruments { get; } = [terms.Underlying];

        // One row: what exercise paid, in cash of the as-of date.
        public override int StateCount => 1;

        public override DateOnly? CashFrom => terms.Expiry;

        protected override IReadOnlyList<Instrument> Build(int date, IReadOnlyList<SimpleQuote> quotes)
        {
            var today = Grid.Dates[date];
            if (today >= terms.Expiry)
                return [];
            var process = terms.Process(today, Grid.Years[date], quotes, RiskFreeRate);
            return
            [
                Option(new BinomialVanillaEngine<LeisenReimer>(process, steps)),
                Option(new BinomialVanillaEngine<JarrowRudd>(process, steps)),
            ];

            VanillaOption Option(IPricingEngine engine)
            {
                var option = new VanillaOption(terms.QLNetPayoff, new AmericanExercise(today.ToQLNet(), terms.Expiry.ToQLNet()));
                option.setPricingEngine(engine);
                return option;
            }
        }

        protected override double Value(int date, Func<int, double> value, ReadOnlySpan<double> market, Span<double> state)
        {
            if (state[0] > 0 || Grid.Dates[date] > terms.Expiry)
                return state[0] * Cash(date);
            var payoff = terms.Payoff(terms.Price(market[1], Grid.Years[date]));
            var kept = Grid.Dates[date] == terms.Expiry ? payoff : Math.Max(payoff, Tree(value));
            // The tree's first node is the better of both, so where exercise is best its value is the payoff.
            if (kept <= payoff * (1 + 1e-9))
                state[0] = payoff / Cash(date);
            return kept;
        }

        private static double Tree(Func<int, double> value)
        {
            // Many deviations from the strike one of the tree's probabilities is 0, and its steps are none; a Jarrow-Rudd tree always has
            // halves.
            var price = value(0);
            return double.IsFinite(price) ? price : value(1);
        }
    }
}
