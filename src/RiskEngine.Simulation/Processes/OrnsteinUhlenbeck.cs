using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>The Ornstein-Uhlenbeck process, by its exact transition.</summary>
public sealed class OrnsteinUhlenbeck : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "ornstein-uhlenbeck";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Is pulled back to a mean: yields, spreads, tightness indices, logarithms of valuation multiples.",
            "会被拉回均值：适合收益率、利差、供需紧张指数、估值倍数的对数。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "dX = kappa (theta - X) dt + sigma dW, kappa = ln 2 / halfLife;   X(t+h) = theta + (X(t) - theta) e^(-kappa h) + sigma sqrt((1 "
        + "- e^(-2 kappa h)) / (2 kappa)) Z";

    /// <inheritdoc/>
    public override string Reference => "Uhlenbeck and Ornstein (1930); Glasserman (2003), eq. 3.45";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Level;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new(
            "start",
            "unit of the factor",
            double.NegativeInfinity,
            double.PositiveInfinity,
            null,
            new("Value on the as-of date.", "基准日的数值。")
        ),
        new(
            "mean",
            "unit of the factor",
            double.NegativeInfinity,
            double.PositiveInfinity,
            null,
            new("The value it is pulled to (theta).", "回归的目标值（theta）。")
        ),
        new(
            "halfLife",
            "years",
            0,
            1000,
            null,
            new("Time in which a deviation from the mean halves.", "偏离均值的部分减半所需的时间。"),
            OpenLow: true
        ),
        new(
            "volatility",
            "unit of the factor a square root of a year",
            0,
            double.PositiveInfinity,
            null,
            new("Standard deviation of its change in a short time, annualised (sigma).", "短期变动的年化标准差（sigma）。")
        ),
    ];

    /// <inheritdoc/>
    /// <remarks>Vasicek (1977), eq. 27 without a price of risk; in the letters of Brigo and Mercurio (2006), eq. 3.8.</remarks>
    public override DiscountBonds Bonds(RiskFactor factor, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var (kappa, theta, sigma) = (
            MeanReversion.Rate(factor.Parameter("halfLife").Mean),
            factor.Parameter("mean").Mean,
            factor.Parameter("volatility").Mean
        );
        return new AffineShortRate(Bond, asOf);

        AffineBond Bond(double date, double tau)
        {
            var b = AffineShortRate.Slope(kappa, tau);
            return new AffineBond((theta - sigma * sigma / (2 * kappa * kappa)) * (b - tau) - sigma * sigma * b * b / (4 * kappa), b);
        }
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private readonly double start = factor.Parameter("start").Mean;
        private readonly double mean = factor.Parameter("mean").Mean;
        private readonly double kappa = MeanReversion.Rate(factor.Parameter("halfLife").Mean);
        private readonly double sigma = factor.Parameter("volatility").Mean;

        private readonly bool hasOneHalfLife = factor.Parameter("halfLife") is Constant;

        // Rows: what a step leaves of a deviation, and what it adds.
        public override int StateCount => 2;

        public override double Expected(int date) => mean + (start - mean) * Math.Exp(-kappa * grid.Years[date]);

        public override double Loading(int step, int date) => MeanReversion.Loading(kappa, sigma, grid, step, date);

        public override void Start(in FactorBlock block) => block.Parameter(0).CopyTo(block.X);

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            MeanReversion.OfStep(block.Parameter(2), hasOneHalfLife, grid.StepYears(step), block.State(0), block.State(1));
            ReversionKernel.Step(block.Parameter(1), block.State(0), block.Parameter(3), block.State(1), normals, block.X);
        }
    }
}
