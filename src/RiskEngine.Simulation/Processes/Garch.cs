using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>Volatility that clusters: GARCH(1,1) with normal shocks, taken from the observations' frequency to the time step.</summary>
/// <remarks>
/// alpha and beta are those of the observations that they were estimated on (252 a year for daily prices); <see cref="GarchAggregation"/>
/// takes them to each step. The step's variance and the autocorrelations of its squared moves are then those of the sums of observed moves;
/// its kurtosis is that of the recursion itself. State is the variance relative to its long-run value, so that steps may differ in length.
/// An exposure of one has its expected return exactly; others gain or lose what the fat tails make of b^2 - b, which is of fourth order.
/// </remarks>
public sealed class Garch : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "garch";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Grows at a constant mean rate with a volatility that clusters: large moves follow large moves, and calm returns.",
            "以固定的平均速度增长，波动率聚集：大波动之后仍有大波动，随后恢复平静。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "ln X(t+h) = ln X(t) + mu h - V/2 + sqrt(V) Z,   V = sigma^2 h u(t);   u(t+h) = 1 - a - b + (a Z^2 + b) u(t), a and b from "
        + "alpha and beta over h";

    /// <inheritdoc/>
    public override string Reference =>
        "Bollerslev (1986), Generalized autoregressive conditional heteroskedasticity, eq. 1; over time steps Drost and Nijman (1993), "
        + "Temporal aggregation of GARCH processes";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("start", "unit of the factor", 0, double.PositiveInfinity, 1, new("Value on the as-of date.", "基准日的数值。"), OpenLow: true),
        new("drift", "a year", -2, 2, 0, new("Growth of the mean, continuously compounded.", "均值的连续复合年增长率。")),
        new(
            "volatility",
            "a year",
            0,
            5,
            null,
            new("Long-run standard deviation of the log change in a year (sigma).", "对数变动的长期年化标准差（sigma）。")
        ),
        new(
            "alpha",
            "an observation",
            0,
            1,
            0.08,
            new("Weight of the last squared shock in the variance. A plain number.", "上一次冲击平方在方差中的权重。须为普通数值。"),
            OpenHigh: true
        ),
        new(
            "beta",
            "an observation",
            0,
            1,
            0.9,
            new("Weight of the last variance in the variance. A plain number.", "上一期方差在方差中的权重。须为普通数值。"),
            OpenHigh: true
        ),
        new(
            "observations",
            "a year",
            1,
            366,
            252,
            new(
                "Observations in a year that alpha and beta are for: 252 daily, 52 weekly, 12 monthly. A plain number.",
                "alpha 与 beta 所对应的每年观测数：日 252、周 52、月 12。须为普通数值。"
            )
        ),
        new(
            "startRatio",
            "of the long-run volatility",
            0,
            10,
            1,
            new("Volatility on the as-of date as a multiple of the long-run one.", "基准日波动率相对长期波动率的倍数。"),
            OpenLow: true
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        foreach (var problem in PlainNumbers.Check(factor, "alpha", "beta", "observations"))
            yield return problem;
        var persistence = factor.Parameter("alpha").Mean + factor.Parameter("beta").Mean;
        if (persistence >= 1)
            yield return $"expected alpha + beta below 1, so that there is a long-run variance, found {persistence:0.######}";
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process : FactorProcess
    {
        private readonly TimeGrid grid;
        private readonly double start;
        private readonly double growth;
        private readonly double sigma;
        private readonly GarchAggregation[] laws;
        private readonly double[] loadings;
        private readonly double[] drags;
        private readonly double firstAverage;

        public Process(RiskFactor factor, TimeGrid grid)
        {
            this.grid = grid;
            start = Math.Log(factor.Parameter("start").Mean);
            growth = factor.Parameter("drift").Mean;
            sigma = factor.Parameter("volatility").Mean;
            var (alpha, beta) = (factor.Parameter("alpha").Mean, factor.Parameter("beta").Mean);
            var observations = factor.Parameter("observations").Mean;
            laws =
            [
                .. Enumerable.Range(0, grid.StepCount).Select(k => GarchAggregation.Over(alpha, beta, observations * grid.PeriodYears(k))),
            ];

            // Of the deviation on the as-of date the part that the first step sees on average: 1 + p + ... over m observations, over m.
            var m = observations * grid.PeriodYears(0);
            firstAverage = Math.Min(1, (1 - laws[0].Persistence) / (m * (1 - alpha - beta)));
            loadings = new double[grid.StepCount];
            drags = new double[grid.Dates.Count];
            var ratio = FirstRatio(factor.Parameter("startRatio").Mean);
            for (var k = 0; k < loadings.Length; k++)
            {
                loadings[k] = sigma * Math.Sqrt(grid.StepYears(k) * ratio);
                drags[k + 1] = drags[k] - loadings[k] * loadings[k] / 2;
                if (grid.EndsPeriod(k))
                    ratio = 1 + laws[k].Persistence * (ratio - 1);
            }
        }

        // Rows: the period's variance, relative to the long-run one; the sum of its normals so far, each times the root of its step.
        public override int StateCount => 2;

        public override double Expected(int date) => start + growth * grid.Years[date] + VolatilityDrag(date);

        public override double VolatilityDrag(int date) => drags[date];

        public override double Loading(int step, int date) => loadings[step];

        public override void Start(in FactorBlock block)
        {
            LogKernel.Transform(block.Parameter(0), block.X);
            var ratio = block.Parameter(6);
            var u = block.State(0);
            for (var i = 0; i < block.PathCount; i++)
                u[i] = FirstRatio(ratio[i]);
            block.State(1).Clear();
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var h = grid.StepYears(step);
            var (a, b) = laws[step];
            var x = block.X;
            var u = block.State(0);
            var sum = block.State(1);
            var (isWhole, ends) = (grid.PeriodStart(step) == step, grid.EndsPeriod(step));
            var (root, period) = (Math.Sqrt(h), Math.Sqrt(grid.PeriodYears(step)));
            var drift = block.Parameter(1);
            var volatility = block.Parameter(2);
            for (var i = 0; i < x.Length; i++)
            {
                double z = normals[i];
                var variance = volatility[i] * volatility[i] * h * u[i];
                x[i] += drift[i] * h - 0.5 * variance + Math.Sqrt(variance) * z;
                if (!ends)
                {
                    sum[i] += root * z;
                    continue;
                }

                if (!isWhole)
                    (z, sum[i]) = ((sum[i] + root * z) / period, 0);
                u[i] = 1 - a - b + (a * z * z + b) * u[i];
            }
        }

        private double FirstRatio(double volatilityRatio) => 1 + (volatilityRatio * volatilityRatio - 1) * firstAverage;
    }
}
