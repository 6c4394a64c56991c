using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using Barrier = QLNet.Barrier;
using Instrument = QLNet.Instrument;

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
            "A European call or put that begins or ends at a barrier, priced by its closed form (QLNet); the barrier is looked at on "
                + "the dates of the grid.",
            "在触及障碍时生效或失效的欧式期权，按解析公式（QLNet）定价；障碍仅在时间网格的日期上检查。"
        );

    /// <inheritdoc/>
    public override string Equation => "Haug (2007), section 4.17.1: A to F of Reiner and Rubinstein";

    /// <inheritdoc/>
    public override string Reference => "Reiner and Rubinstein (1991), Breaking down the barriers; QLNet AnalyticBarrierEngine";

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
            yield return $"expected a barrier that the spot of {terms.Number("spot")} has not touched, found {terms.Word("knock")} at "
                + $"{barrier}";
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

    private sealed class BarrierPricer(OptionTerms terms, Barrier.Type type, double barrier, double rebate, PricingSetting setting)
        : QLNetPricer(setting.Grid, setting.Model.RiskFreeRate)
    {
        private const double MostExponent = 250;

        private readonly bool isOut = type is Barrier.Type.DownOut or Barrier.Type.UpOut;

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Volatility];

        public override IReadOnlyList<Id<Abstractions.Market.Instrument>> Instruments { get; } = [terms.Underlying];

        // Two rows: whether the barrier has been touched; what was paid out, in cash of the as-of date.
        public override int StateCount => 2;

        public override DateOnly? CashFrom => terms.Expiry;

        protected override IReadOnlyList<Instrument> Build(int date, IReadOnlyList<SimpleQuote> quotes)
        {
            var today = Grid.Dates[date];
            if (today >= terms.Expiry)
                return [];
            var process = terms.Process(today, Grid.Years[date], quotes, RiskFreeRate, LeastVolatility);
            var exercise = new EuropeanExercise(terms.Expiry.ToQLNet());
            var knock = new global::QLNet.BarrierOption(type, barrier, rebate, terms.QLNetPayoff, exercise);
            knock.setPricingEngine(new AnalyticBarrierEngine(process));
            var plain = new VanillaOption(terms.QLNetPayoff, exercise);
            plain.setPricingEngine(new AnalyticEuropeanEngine(process));
            return [knock, plain];
        }

        protected override double Value(int date, Func<int, double> value, ReadOnlySpan<double> market, Span<double> state)
        {
            if (Grid.Dates[date] > terms.Expiry || (isOut && state[0] > 0))
                return state[1] * Cash(date);
            var price = terms.Price(market[1], Grid.Years[date]);
            if (state[0] == 0 && HasTouched(type, price, barrier))
            {
                state[0] = 1;
                if (isOut)
                    return Keep(rebate, date, state);
            }

            // Rounding may leave what is nearly worthless a hair below nothing.
            if (Grid.Dates[date] < terms.Expiry)
                return Math.Max(0, value(state[0] > 0 ? 1 : 0));
            return Keep(isOut == (state[0] > 0) ? rebate : terms.Payoff(price), date, state);
        }

        /// <summary>
        /// Powers of barrier over price, 2 (r - q) / volatility^2 and some, stay within the range of numbers: a few tenths of a percent for
        /// usual barriers.
        /// </summary>
        private double LeastVolatility(double price) =>
            Math.Sqrt(Math.Abs((RiskFreeRate - terms.DividendYield) * Math.Log(barrier / price)) / MostExponent);

        private double Keep(double paid, int date, Span<double> state)
        {
            state[1] = paid / Cash(date);
            return paid;
        }
    }
}
