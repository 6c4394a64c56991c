using QLNet;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// What an American option is worth by QLNet's binomial trees, for one day and many markets: the lattice of Leisen and Reimer.
/// </summary>
/// <remarks>
/// QLNet's engine (<see cref="BinomialVanillaEngine{T}"/>) rolls the same lattice back. It is not asked here, since for each price it makes
/// curves and a process that listen to quotes and to the valuation date, all threads' in one list. Trees, lattices and payoffs listen to
/// nothing, so that any number of threads prices at once.
/// </remarks>
/// <param name="terms">The option.</param>
/// <param name="steps">Steps of the tree, an odd number.</param>
/// <param name="rate">Risk-free rate, continuously compounded.</param>
/// <param name="years">Years from the day to expiry, above 0.</param>
internal sealed class AmericanTree(OptionTerms terms, int steps, double rate, double years)
{
    private readonly VanillaOption.Arguments arguments = new()
    {
        payoff = terms.QLNetPayoff,
        // The lattice asks for days by the process alone, which maps any first day to 0 and any last one to the end.
        exercise = new AmericanExercise(FlatProcess.Today, FlatProcess.Expiry),
    };

    private readonly TimeGrid grid = new(years, steps);

    /// <summary>The price, in the unit of the strike.</summary>
    /// <param name="spot">Price of the underlying, above 0.</param>
    /// <param name="volatility">Volatility a year; below <see cref="OptionTerms.LeastVolatility"/> it counts as that.</param>
    public double Value(double spot, double volatility)
    {
        var process = new FlatProcess(spot, rate, terms.DividendYield, Math.Max(volatility, OptionTerms.LeastVolatility), years);
        var price = Value(process, new LeisenReimer(process, years, steps, terms.Strike));
        // Many deviations from the strike one of the tree's probabilities is 0, and its steps are none; a Jarrow-Rudd tree always has
        // halves.
        return double.IsFinite(price) ? price : Value(process, new JarrowRudd(process, years, steps, terms.Strike));
    }

    private double Value(FlatProcess process, ITree tree)
    {
        var option = new DiscretizedVanillaOption(arguments, process, grid);
        option.initialize(new BlackScholesLattice(tree, rate, years, steps), years);
        option.rollback(0);
        return option.values()[0];
    }

    /// <summary>Geometric Brownian motion with constant coefficients.</summary>
    private sealed class FlatProcess(double spot, double rate, double dividendYield, double volatility, double years) : StochasticProcess1D
    {
        /// <summary>The first day on which the holder may exercise, for QLNet's arguments.</summary>
        public static Date Today { get; } = new(1, Month.January, 2000);

        /// <summary>The last one.</summary>
        public static Date Expiry { get; } = Today + 1;

        public override double x0() => spot;

        public override double drift(double t, double x) => rate - dividendYield - 0.5 * volatility * volatility;

        public override double diffusion(double t, double x) => volatility;

        public override double stdDeviation(double t0, double x0, double dt) => volatility * Math.Sqrt(dt);

        public override double variance(double t0, double x0, double dt) => volatility * volatility * dt;

        public override double time(Date d) => d == Today ? 0 : years;
    }
}
