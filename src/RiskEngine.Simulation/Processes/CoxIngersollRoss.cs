using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Distributions;

namespace RiskEngine.Simulation.Processes;

/// <summary>
/// The square-root diffusion, by its exact transition: a noncentral chi-square of which the engine's normal is the noncentral part.
/// </summary>
/// <remarks>
/// With d = 4 kappa theta / sigma^2 above 1 the law is c ((Z + sqrt(lambda))^2 + a chi-square with d - 1 degrees of freedom), so one normal
/// drives nearly all of a short step and keeps its correlations; the chi-square comes by inversion from a uniform of its own. Mean,
/// half-life and volatility are plain numbers, since they set its degrees of freedom. d above 1 allows zero to be touched; d above 2 does
/// not.
/// </remarks>
public sealed class CoxIngersollRoss : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "cox-ingersoll-ross";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Is pulled back to a mean, moves less when it is low and never falls below zero: short rates, credit spreads, hazard "
                + "rates, variances.",
            "会被拉回均值，水平越低波动越小，且永不为负：适合短期利率、信用利差、违约强度、方差。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "dX = kappa (theta - X) dt + sigma sqrt(X) dW, kappa = ln 2 / halfLife;   X(t+h) = c ((Z + sqrt(lambda))^2 + chi^2(d - 1)),   "
        + "c = sigma^2 (1 - e^(-kappa h)) / (4 kappa), lambda = e^(-kappa h) X(t) / c, d = 4 kappa theta / sigma^2";

    /// <inheritdoc/>
    public override string Reference => "Cox, Ingersoll and Ross (1985); Glasserman (2003), section 3.4.1";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Level;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("start", "unit of the factor", 0, double.PositiveInfinity, null, new("Value on the as-of date.", "基准日的数值。")),
        new(
            "mean",
            "unit of the factor",
            0,
            double.PositiveInfinity,
            null,
            new("The value it is pulled to (theta). A plain number.", "回归的目标值（theta）。须为普通数值。"),
            OpenLow: true
        ),
        new(
            "halfLife",
            "years",
            0,
            1000,
            null,
            new("Time in which a deviation from the mean halves. A plain number.", "偏离均值的部分减半所需的时间。须为普通数值。"),
            OpenLow: true
        ),
        new(
            "volatility",
            "square root of the factor's unit a square root of a year",
            0,
            double.PositiveInfinity,
            null,
            new(
                "Standard deviation of its change in a short time, annualised, over the root of its value (sigma). A plain number.",
                "短期变动的年化标准差除以其数值的平方根（sigma）。须为普通数值。"
            ),
            OpenLow: true
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        foreach (var problem in PlainNumbers.Check(factor, "mean", "halfLife", "volatility"))
            yield return problem;
        var sigma = factor.Parameter("volatility").Mean;
        var strength = 4 * MeanReversion.Rate(factor.Parameter("halfLife").Mean) * factor.Parameter("mean").Mean;
        if (strength <= sigma * sigma)
        {
            yield return $"expected 4 kappa mean above volatility^2 (kappa = ln 2 / halfLife), else it sticks to zero; found "
                + $"{strength:0.######} and {sigma * sigma:0.######}";
        }
    }

    /// <inheritdoc/>
    /// <remarks>Cox, Ingersoll and Ross (1985), eq. 23 without a price of risk.</remarks>
    public override DiscountBonds Bonds(RiskFactor factor, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var (kappa, theta, sigma) = (
            MeanReversion.Rate(factor.Parameter("halfLife").Mean),
            factor.Parameter("mean").Mean,
            factor.Parameter("volatility").Mean
        );
        var g = Math.Sqrt(kappa * kappa + 2 * sigma * sigma);
        return new AffineShortRate(Bond, asOf);

        AffineBond Bond(double date, double tau)
        {
            // Both sides of the fraction times e^(-g tau): long maturities do not overflow.
            var decay = Math.Exp(-g * tau);
            var below = (g + kappa) * (1 - decay) + 2 * g * decay;
            return new AffineBond(
                2 * kappa * theta / (sigma * sigma) * (Math.Log(2 * g / below) + (kappa - g) * tau / 2),
                2 * (1 - decay) / below
            );
        }
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process : FactorProcess, IDrawsChiSquare
    {
        private readonly TimeGrid grid;
        private readonly double start;
        private readonly double theta;
        private readonly double kappa;
        private readonly double sigma;

        // Made when a path is first simulated: whoever asks for loadings only need not wait for it.
        private Lazy<TabulatedQuantile> chiSquare;

        public Process(RiskFactor factor, TimeGrid grid)
        {
            this.grid = grid;
            start = factor.Parameter("start").Mean;
            theta = factor.Parameter("mean").Mean;
            kappa = MeanReversion.Rate(factor.Parameter("halfLife").Mean);
            sigma = factor.Parameter("volatility").Mean;
            chiSquare = new(() => ChiSquareQuantile.Table(DegreesOfFreedom));
        }

        private double DegreesOfFreedom => 4 * kappa * theta / (sigma * sigma) - 1;

        public void Share(Func<double, TabulatedQuantile> tables) => chiSquare = new(() => tables(DegreesOfFreedom));

        public override int ExtraUniformCount => 1;

        public override double Expected(int date) => ExpectedAt(grid.Years[date]);

        // Linear part: 2 c sqrt(lambda), at the expected value, decayed since.
        public override double Loading(int step, int date)
        {
            var decay = Math.Exp(-kappa * grid.StepYears(step));
            return 2
                * Math.Sqrt(C(decay) * decay * ExpectedAt(grid.Years[step]))
                * Math.Exp(-kappa * (grid.Years[date] - grid.Years[step + 1]));
        }

        // Of the whole variance (Cox, Ingersoll and Ross 1985, eq. 19) what loadings leave: the curvature of the square and the chi-square.
        public override double ResidualVariance(int date)
        {
            var sum = 0.0;
            for (var step = 0; step < date; step++)
            {
                var c = C(Math.Exp(-kappa * grid.StepYears(step)));
                sum += 2 * c * c * 4 * kappa * theta / (sigma * sigma) * Math.Exp(-2 * kappa * (grid.Years[date] - grid.Years[step + 1]));
            }

            return sum;
        }

        public override void Start(in FactorBlock block) => block.Parameter(0).CopyTo(block.X);

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var decay = Math.Exp(-kappa * grid.StepYears(step));
            var c = C(decay);
            var rest = chiSquare.Value;
            var x = block.X;
            var uniforms = block.ExtraUniforms(0);
            for (var i = 0; i < x.Length; i++)
            {
                var root = normals[i] + Math.Sqrt(decay * x[i] / c);
                x[i] = c * (root * root + rest.At(uniforms[i]));
            }
        }

        private double ExpectedAt(double years) => theta + (start - theta) * Math.Exp(-kappa * years);

        private double C(double decay) => sigma * sigma * (1 - decay) / (4 * kappa);
    }
}
