namespace RiskEngine.Abstractions.Parameters;

/// <summary>
/// A number of the model: a constant, or a distribution drawn once per path, so that what is not known about the number is part
/// of the answer. Every number of a process, event or exit may be either.
/// </summary>
public abstract record Parameter
{
    private protected Parameter() { }

    /// <summary>The expected value.</summary>
    public abstract double Mean { get; }

    /// <summary>The standard deviation; zero for a constant.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The smallest value that can be drawn; minus infinity when there is none.</summary>
    public abstract double Lowest { get; }

    /// <summary>The largest value that can be drawn; infinity when there is none.</summary>
    public abstract double Highest { get; }

    /// <summary>A constant parameter.</summary>
    public static Parameter Of(double value) => new Constant(value);
}

/// <summary>A known number.</summary>
/// <param name="Value">The number.</param>
public sealed record Constant(double Value) : Parameter
{
    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double StandardDeviation => 0;

    /// <inheritdoc/>
    public override double Lowest => Value;

    /// <inheritdoc/>
    public override double Highest => Value;
}

/// <summary>Every value between two bounds equally likely.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound, above <paramref name="Low"/>.</param>
public sealed record Uniform(double Low, double High) : Parameter
{
    /// <inheritdoc/>
    public override double Mean => (Low + High) / 2;

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) / Math.Sqrt(12);

    /// <inheritdoc/>
    public override double Lowest => Low;

    /// <inheritdoc/>
    public override double Highest => High;
}

/// <summary>The triangular distribution.</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="Mode">Most likely value, between the bounds.</param>
/// <param name="High">Largest value, above <paramref name="Low"/>.</param>
public sealed record Triangular(double Low, double Mode, double High) : Parameter
{
    /// <inheritdoc/>
    public override double Mean => (Low + Mode + High) / 3;

    /// <inheritdoc/>
    public override double StandardDeviation =>
        Math.Sqrt((Low * Low + Mode * Mode + High * High - Low * Mode - Low * High - Mode * High) / 18);

    /// <inheritdoc/>
    public override double Lowest => Low;

    /// <inheritdoc/>
    public override double Highest => High;
}

/// <summary>
/// The PERT distribution (Malcolm, Roseboom, Clark and Fazar 1959): a beta distribution on [low, high] with weight 4 on the mode,
/// alpha = 1 + 4 (mode - low) / (high - low), beta = 1 + 4 (high - mode) / (high - low).
/// </summary>
/// <param name="Low">Smallest value.</param>
/// <param name="Mode">Most likely value, between the bounds.</param>
/// <param name="High">Largest value, above <paramref name="Low"/>.</param>
public sealed record Pert(double Low, double Mode, double High) : Parameter
{
    /// <summary>The beta distribution's first shape.</summary>
    public double Alpha => 1 + 4 * (Mode - Low) / (High - Low);

    /// <summary>The beta distribution's second shape.</summary>
    public double Beta => 1 + 4 * (High - Mode) / (High - Low);

    /// <inheritdoc/>
    public override double Mean => (Low + 4 * Mode + High) / 6;

    /// <inheritdoc/>
    public override double StandardDeviation => Math.Sqrt((Mean - Low) * (High - Mean) / 7);

    /// <inheritdoc/>
    public override double Lowest => Low;

    /// <inheritdoc/>
    public override double Highest => High;
}

/// <summary>
/// The normal distribution, cut off at 4 standard deviations on both sides (a probability of 3e-5 each), so that a rate or a volatility
/// whose range was checked never turns negative on a path in thirty thousand. Mean and deviation are those of the uncut one (to 1e-4).
/// </summary>
/// <param name="Centre">Its mean.</param>
/// <param name="Deviation">Its standard deviation, above zero.</param>
public sealed record Normal(double Centre, double Deviation) : Parameter
{
    private const double Reach = 4;

    /// <inheritdoc/>
    public override double Mean => Centre;

    /// <inheritdoc/>
    public override double StandardDeviation => Deviation;

    /// <inheritdoc/>
    public override double Lowest => Centre - Reach * Deviation;

    /// <inheritdoc/>
    public override double Highest => Centre + Reach * Deviation;
}

/// <summary>The lognormal distribution, given by its median.</summary>
/// <param name="Median">Its median, above zero.</param>
/// <param name="Sigma">The standard deviation of its logarithm, above zero.</param>
public sealed record Lognormal(double Median, double Sigma) : Parameter
{
    /// <inheritdoc/>
    public override double Mean => Median * Math.Exp(Sigma * Sigma / 2);

    /// <inheritdoc/>
    public override double StandardDeviation => Mean * Math.Sqrt(Math.Exp(Sigma * Sigma) - 1);

    /// <inheritdoc/>
    public override double Lowest => 0;

    /// <inheritdoc/>
    public override double Highest => double.PositiveInfinity;
}

/// <summary>The beta distribution stretched to [low, high].</summary>
/// <param name="Alpha">First shape, above zero.</param>
/// <param name="BetaShape">Second shape, above zero.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value, above <paramref name="Low"/>.</param>
public sealed record Beta(double Alpha, double BetaShape, double Low, double High) : Parameter
{
    /// <inheritdoc/>
    public override double Mean => Low + (High - Low) * Alpha / (Alpha + BetaShape);

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) * Math.Sqrt(Alpha * BetaShape / (Alpha + BetaShape + 1)) / (Alpha + BetaShape);

    /// <inheritdoc/>
    public override double Lowest => Low;

    /// <inheritdoc/>
    public override double Highest => High;
}
