using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>A price whose variance is itself a square-root diffusion, correlated with it; by Andersen's QE scheme.</summary>
/// <remarks>
/// The mean grows at drift exactly, whatever the step; option prices carry the scheme's discretisation error, which falls with the step.
/// Loadings are those of the expected variance. What an exposure's mean is by the closed form is taken out, where it exists, so any
/// exposure has its expected return but for the scheme's error. An effect on volatility scales the price's normal and, through the
/// correlation, the variance's.
/// </remarks>
public sealed class Heston : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "heston";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Grows at a constant mean rate while its variance moves by itself and is pulled back, usually up when the price falls: "
                + "share indices with a volatility smile.",
            "以固定的平均速度增长，方差自身随机波动并被拉回均值，通常在价格下跌时上升：适合带有波动率微笑的股票指数。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "dX = mu X dt + sqrt(V) X dW, dV = kappa (theta - V) dt + sigma sqrt(V) dB, dW dB = rho dt, kappa = ln 2 / halfLife;   X(t), "
        + "V(t) by QE with martingale correction";

    /// <inheritdoc/>
    public override string Reference =>
        "Heston (1993), eq. 1 and 4; Andersen (2008), Simple and efficient simulation of the Heston stochastic volatility model, "
        + "sections 3.2 and 4";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("start", "unit of the factor", 0, double.PositiveInfinity, 1, new("Value on the as-of date.", "基准日的数值。"), OpenLow: true),
        new("drift", "a year", -2, 2, 0, new("Growth of the mean, continuously compounded.", "均值的连续复合年增长率。")),
        new(
            "startVariance",
            "a year",
            0,
            25,
            null,
            new(
                "Variance on the as-of date, the square of a volatility: 0.04 is a volatility of 0.2.",
                "基准日的方差，即波动率的平方：0.04 对应波动率 0.2。"
            )
        ),
        new(
            "longVariance",
            "a year",
            0,
            25,
            null,
            new("Variance that it is pulled to (theta).", "方差回归的目标值（theta）。"),
            OpenLow: true
        ),
        new(
            "halfLife",
            "years",
            0,
            1000,
            null,
            new("Time in which a deviation of the variance halves.", "方差偏离部分减半所需的时间。"),
            OpenLow: true
        ),
        new(
            "volOfVol",
            "a year",
            0,
            10,
            null,
            new(
                "Standard deviation of the variance's change in a short time, annualised, over the root of the variance (sigma).",
                "方差短期变动的年化标准差除以方差的平方根（sigma）。"
            ),
            OpenLow: true
        ),
        new(
            "correlation",
            "-1 to 1",
            -1,
            1,
            0,
            new(
                "Of the moves of price and variance (rho); below zero for share indices.",
                "价格变动与方差变动的相关系数（rho）；股票指数通常为负。"
            )
        ),
    ];

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private readonly double start = Math.Log(factor.Parameter("start").Mean);
        private readonly double growth = factor.Parameter("drift").Mean;
        private readonly double v0 = factor.Parameter("startVariance").Mean;
        private readonly double theta = factor.Parameter("longVariance").Mean;
        private readonly double kappa = MeanReversion.Rate(factor.Parameter("halfLife").Mean);

        // Rows: the variance, and the block's e^(-kappa h).
        public override int StateCount => 2;

        public override int ExtraNormalCount => 1;

        public override double Expected(int date) => start + growth * grid.Years[date] + VolatilityDrag(date);

        public override double VolatilityDrag(int date) => -ExpectedVariance(grid.Years[date]) / 2;

        public override double Loading(int step, int date) =>
            Math.Sqrt(ExpectedVariance(grid.Years[step + 1]) - ExpectedVariance(grid.Years[step]));

        public override IReadOnlyList<double>? LogMeans(double exposure) =>
            HestonMean.Of(exposure, (v0, theta, kappa, factor.Parameter("volOfVol").Mean, factor.Parameter("correlation").Mean), grid.Years)
                is { } means
                ? [.. means.Select((mean, date) => mean - exposure * VolatilityDrag(date))]
                : null;

        public override void Start(in FactorBlock block)
        {
            LogKernel.Transform(block.Parameter(0), block.X);
            block.Parameter(2).CopyTo(block.State(0));
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var h = grid.StepYears(step);
            var x = block.X;
            var v = block.State(0);
            var decay = block.State(1);
            var drift = block.Parameter(1);
            var mean = block.Parameter(3);
            var halfLife = block.Parameter(4);
            var volOfVol = block.Parameter(5);
            var correlation = block.Parameter(6);
            var extra = block.ExtraNormals(0);
            MeanReversion.Decay(halfLife, h, decay);
            for (var i = 0; i < x.Length; i++)
            {
                x[i] += drift[i] * h;
                HestonStep.Move(
                    ref x[i],
                    ref v[i],
                    (mean[i], MeanReversion.Rate(halfLife[i]), volOfVol[i], correlation[i]),
                    decay[i],
                    h,
                    normals[i],
                    extra[i]
                );
            }
        }

        /// <summary>The integral of the expected variance from the as-of date: theta t + (v0 - theta) (1 - e^(-kappa t)) / kappa.</summary>
        private double ExpectedVariance(double t) => theta * t + (v0 - theta) * (1 - Math.Exp(-kappa * t)) / kappa;
    }
}
