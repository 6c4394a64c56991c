namespace RiskEngine.Abstractions.Factors;

/// <summary>
/// The process of one factor on one time grid. Works on blocks of paths, factor-major: one span holds one quantity of all paths of
/// the block. Implementations are immutable and are called by many threads at once; they allocate nothing in
/// <see cref="Start"/> and <see cref="Step"/>, and write only to the spans they are handed.
/// </summary>
/// <remarks>
/// x is the factor on its kind's <see cref="FactorScale"/>: the value itself, or its logarithm.
/// </remarks>
public abstract class FactorProcess
{
    /// <summary>How many numbers of state a path needs beside x; zero when x is all there is.</summary>
    public virtual int StateCount => 0;

    /// <summary>
    /// How many standard normals a path and step needs beside the factor's own, for a second Brownian motion or the sizes of jumps. They
    /// are independent of all others. Zero for most kinds, and then they cost nothing.
    /// </summary>
    public virtual int ExtraNormalCount => 0;

    /// <summary>How many independent uniforms on (0, 1) a path and step needs, for counts of jumps or other laws by inversion.</summary>
    public virtual int ExtraUniformCount => 0;

    /// <summary>
    /// A name under which several factors share their extra normals and uniforms, so that they take the same turns: <c>history/markets</c>.
    /// All that share one need the same numbers of them. Null for a factor whose draws are its own.
    /// </summary>
    public virtual string? SharedDraws => null;

    /// <summary>Whether <see cref="Start"/> reads extra normals or uniforms too, of the as-of date.</summary>
    public virtual bool DrawsAtStart => false;

    /// <summary>
    /// The factor's expected path on its scale at grid date <paramref name="date"/> (0 is the as-of date): for a kind that follows
    /// dated points those points in full, else the mean of x for parameters at their means. Prices know
    /// <see cref="RiskFactor.PricedIn"/> of this path's move; the rest of what x does moves them.
    /// </summary>
    public abstract double Expected(int date);

    /// <summary>
    /// The part of <see cref="Expected"/> that volatility alone brings about, as -sigma^2 t / 2 in the logarithm of a process whose mean is
    /// given. It is no news: a case that changes the volatility surprises nobody by it, and prices know all of it. Zero for most kinds.
    /// </summary>
    public virtual double VolatilityDrag(int date) => 0;

    /// <summary>
    /// The standard deviation with which the standard normal of step <paramref name="step"/> enters x at grid date
    /// <paramref name="date"/> (later than the step's start), for parameters at their means. From it the engine takes the convexity
    /// out of expected returns and gives analytic volatilities. A process that is not linear in its normals gives its linear part
    /// about the expected path.
    /// </summary>
    public abstract double Loading(int step, int date);

    /// <summary>
    /// The variance of x at grid date <paramref name="date"/> that is not in the squares of its loadings, for parameters at their means:
    /// from jumps, or from what is not linear in the normals. Uncorrelated with other factors. Zero for most kinds.
    /// </summary>
    public virtual double ResidualVariance(int date) => 0;

    /// <summary>
    /// For every grid date the logarithm of the mean of e^(b (x - E x)) at an exposure b, for parameters at their means: what the engine
    /// takes out of the drift of an instrument with that exposure, so that its expected return is exact. Null where it has no closed
    /// form, or does not exist; the engine then takes out half the variance, as for a normal x.
    /// </summary>
    /// <param name="exposure">b, of either sign.</param>
    public virtual IReadOnlyList<double>? LogMeans(double exposure) => null;

    /// <summary>
    /// The covariance of x with that of another factor at grid date <paramref name="date"/> that is not in their loadings. Asked of factors
    /// that share draws (<see cref="SharedDraws"/>) only. Zero for most kinds.
    /// </summary>
    /// <param name="other">The other factor's process.</param>
    /// <param name="date">The date.</param>
    public virtual double ResidualCovariance(FactorProcess other, int date) => 0;

    /// <summary>The least x may be, risk events included; they are held to it. Minus infinity where there is no bound.</summary>
    public virtual double Lowest => double.NegativeInfinity;

    /// <summary>The most x may be, risk events included; they are held to it. Infinity where there is no bound.</summary>
    public virtual double Highest => double.PositiveInfinity;

    /// <summary>Writes x at the as-of date for every path, and the first state.</summary>
    public abstract void Start(in FactorBlock block);

    /// <summary>Takes x and the state of every path from grid date <paramref name="step"/> to <paramref name="step"/> + 1.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="normals">
    /// One standard normal per path, correlated with the other factors' by the engine; its deviation is above one while a risk event
    /// raises the factor's volatility.
    /// </param>
    /// <param name="block">The paths.</param>
    public abstract void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block);
}
