using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>Geometric Brownian motion with lognormal jumps, by its exact transition; drift is that of the mean, jumps and all.</summary>
/// <remarks>
/// Jumps are the factor's own: nothing else jumps with it, and an effect on volatility or correlation leaves them as they are. What they
/// make of an exposure's mean is taken out exactly (Merton 1976), so any exposure earns the risk-free rate and its premium.
/// </remarks>
public sealed class MertonJump : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "merton-jump";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Grows at a constant mean rate with lognormal shocks and, at random times, jumps: shares, credit, currencies that may break.",
            "以固定的平均速度增长，除对数正态冲击外还会在随机时刻跳跃：适合股票、信用、可能脱钩的汇率。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "ln X(t+h) = ln X(t) + (mu - sigma^2/2 - lambda k) h + sigma sqrt(h) Z + sum of N jumps,   N ~ Poisson(lambda h), jumps ~ N(m, "
        + "s^2), k = e^(m + s^2/2) - 1";

    /// <inheritdoc/>
    public override string Reference =>
        "Merton (1976), Option pricing when underlying stock returns are discontinuous; Glasserman (2003), section 3.5.1";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("start", "unit of the factor", 0, double.PositiveInfinity, 1, new("Value on the as-of date.", "基准日的数值。"), OpenLow: true),
        new(
            "drift",
            "a year",
            -2,
            2,
            0,
            new("Growth of the mean, continuously compounded, jumps included.", "均值的连续复合年增长率（含跳跃）。")
        ),
        new(
            "volatility",
            "a year",
            0,
            5,
            null,
            new("Standard deviation of the log change in a year without jumps (sigma).", "不含跳跃的对数变动年化标准差（sigma）。")
        ),
        new("jumpRate", "a year", 0, 20, null, new("Expected number of jumps in a year (lambda).", "每年跳跃的期望次数（lambda）。")),
        new(
            "jumpMean",
            "of the logarithm",
            -3,
            3,
            0,
            new("Mean of a jump (m): -0.2 is a fall by 18%.", "单次跳跃的均值（m）：-0.2 即下跌约 18%。")
        ),
        new("jumpDeviation", "of the logarithm", 0, 3, null, new("Standard deviation of a jump (s).", "单次跳跃的标准差（s）。")),
    ];

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private readonly double start = Math.Log(factor.Parameter("start").Mean);
        private readonly double growth = factor.Parameter("drift").Mean;
        private readonly double sigma = factor.Parameter("volatility").Mean;
        private readonly double lambda = factor.Parameter("jumpRate").Mean;
        private readonly double m = factor.Parameter("jumpMean").Mean;
        private readonly double s = factor.Parameter("jumpDeviation").Mean;

        // The sizes of a step's jumps add to one normal, of which their number sets mean and variance.
        public override int ExtraNormalCount => 1;

        public override int ExtraUniformCount => 1;

        public override double Expected(int date) => start + growth * grid.Years[date] + VolatilityDrag(date);

        public override double VolatilityDrag(int date) => -(sigma * sigma / 2 + lambda * (Growth(m, s) - m)) * grid.Years[date];

        public override double Loading(int step, int date) => sigma * Math.Sqrt(grid.StepYears(step));

        public override double ResidualVariance(int date) => lambda * (m * m + s * s) * grid.Years[date];

        public override IReadOnlyList<double> LogMeans(double exposure)
        {
            var (b, normal) = (exposure, exposure * exposure * sigma * sigma / 2);
            var jumps = lambda * (Growth(b * m, b * s) - b * m);
            return [.. grid.Years.Select(t => (normal + jumps) * t)];
        }

        public override void Start(in FactorBlock block)
        {
            LogKernel.Transform(block.Parameter(0), block.X);
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var (h, root) = (grid.StepYears(step), Math.Sqrt(grid.StepYears(step)));
            var x = block.X;
            var drift = block.Parameter(1);
            var volatility = block.Parameter(2);
            var rate = block.Parameter(3);
            var mean = block.Parameter(4);
            var deviation = block.Parameter(5);
            var sizes = block.ExtraNormals(0);
            var uniforms = block.ExtraUniforms(0);
            for (var i = 0; i < x.Length; i++)
            {
                var compensator = rate[i] * Growth(mean[i], deviation[i]);
                var jumps = Poisson(rate[i] * h, uniforms[i]);
                x[i] += (drift[i] - 0.5 * volatility[i] * volatility[i] - compensator) * h + volatility[i] * root * normals[i];
                if (jumps > 0)
                    x[i] += jumps * mean[i] + Math.Sqrt(jumps) * deviation[i] * sizes[i];
            }
        }

        /// <summary>k, the expected relative size of a jump.</summary>
        private static double Growth(double mean, double deviation) => Math.Exp(mean + deviation * deviation / 2) - 1;

        /// <summary>The Poisson quantile, by adding up probabilities (the inverse transform of Glasserman 2003, section 3.5).</summary>
        private static int Poisson(double mean, double uniform)
        {
            var probability = Math.Exp(-mean);
            var sum = probability;
            var count = 0;
            while (uniform > sum && probability > 0)
            {
                count++;
                probability *= mean / count;
                sum += probability;
            }

            return count;
        }
    }
}
