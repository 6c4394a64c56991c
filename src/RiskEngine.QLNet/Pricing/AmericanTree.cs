using QLNet;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// What an American option is worth by QLNet's binomial trees, for one day and many markets: the tree of Leisen and Reimer. One thread's.
/// </summary>
/// <remarks>
/// QLNet's engine (<see cref="BinomialVanillaEngine{T}"/>) is not asked, since for each price it makes curves and a process that listen to
/// quotes and to the valuation date, all threads' in one list; nor its lattice, since it takes a vector from memory for each step, and two
/// threads spend a third of their time collecting those. The tree gives what is its own, probabilities and nodes; from step to step
/// V(i, j) = max(payoff, e^(-r dt) (p V(i+1, j+1) + (1-p) V(i+1, j))), which takes nothing (Hull, Options, Futures, and Other Derivatives,
/// chapter 21).
/// </remarks>
/// <param name="terms">The option.</param>
/// <param name="steps">Steps of the tree, an odd number.</param>
/// <param name="rate">Risk-free rate, continuously compounded.</param>
/// <param name="years">Years from the day to expiry, above 0.</param>
internal sealed class AmericanTree(OptionTerms terms, int steps, double rate, double years)
{
    private readonly FlatProcess process = new(rate - terms.DividendYield);
    private readonly double discount = Math.Exp(-rate * years / steps);

    // The price after k steps up, what k steps down make of it, and the option's values at the nodes of one step, lowest price first.
    private readonly double[] ups = new double[steps + 1];
    private readonly double[] downs = new double[steps + 1];
    private readonly double[] values = new double[steps + 1];

    /// <summary>The price, in the unit of the strike.</summary>
    /// <param name="spot">Price of the underlying, above 0.</param>
    /// <param name="volatility">Volatility a year; below <see cref="OptionTerms.LeastVolatility"/> it counts as that.</param>
    public double Value(double spot, double volatility)
    {
        (process.Spot, process.Volatility) = (spot, Math.Max(volatility, OptionTerms.LeastVolatility));
        var price = RollBack(spot, new LeisenReimer(process, years, steps, terms.Strike));
        // Many deviations from the strike one of the tree's probabilities is 0, and its steps are none; a Jarrow-Rudd tree always has
        // halves.
        return double.IsFinite(price) ? price : RollBack(spot, new JarrowRudd(process, years, steps, terms.Strike));
    }

    // Both trees have one probability and two ratios for all their nodes.
    private double RollBack(double spot, ITree tree)
    {
        var (down, up) = (discount * tree.probability(0, 0, 0), discount * tree.probability(0, 0, 1));
        Powers(1, tree.underlying(1, 0) / spot, downs);
        Powers(spot, tree.underlying(1, 1) / spot, ups);
        for (var node = 0; node <= steps; node++)
            values[node] = Payoff(steps, node);
        for (var step = steps - 1; step >= 0; step--)
        {
            for (var node = 0; node <= step; node++)
                values[node] = Math.Max(Payoff(step, node), down * values[node] + up * values[node + 1]);
        }

        return values[0];
    }

    private double Payoff(int step, int node) => terms.Payoff(downs[step - node] * ups[node]);

    private static void Powers(double first, double ratio, double[] powers)
    {
        powers[0] = first;
        for (var k = 1; k < powers.Length; k++)
            powers[k] = powers[k - 1] * ratio;
    }

    /// <summary>Geometric Brownian motion with constant coefficients, which each price sets: a new process takes 400 bytes.</summary>
    /// <param name="growth">What the price grows by a year.</param>
    private sealed class FlatProcess(double growth) : StochasticProcess1D
    {
        public double Spot { get; set; }

        public double Volatility { get; set; }

        public override double x0() => Spot;

        public override double drift(double t, double x) => growth - 0.5 * Volatility * Volatility;

        public override double diffusion(double t, double x) => Volatility;

        public override double stdDeviation(double t0, double x0, double dt) => Volatility * Math.Sqrt(dt);

        public override double variance(double t0, double x0, double dt) => Volatility * Volatility * dt;

        // The trees ask for no days.
        public override double time(Date d) => throw new NotSupportedException("A process without days was asked for one.");
    }
}
