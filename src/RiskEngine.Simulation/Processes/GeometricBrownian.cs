using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>Geometric Brownian motion, by its exact transition.</summary>
public sealed class GeometricBrownian : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "geometric-brownian";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Grows at a constant mean rate with independent lognormal shocks: share indices, exchange rates.",
            "以固定的平均速度增长，冲击为独立的对数正态分布：适合股票指数、汇率。"
        );

    /// <inheritdoc/>
    public override string Equation => "dX = mu X dt + sigma X dW;   ln X(t+h) = ln X(t) + (mu - sigma^2/2) h + sigma sqrt(h) Z";

    /// <inheritdoc/>
    public override string Reference => "Samuelson (1965); Glasserman (2003), Monte Carlo Methods in Financial Engineering, eq. 3.21";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("start", "unit of the factor", 0, double.PositiveInfinity, 1, new("Value on the as-of date.", "基准日的数值。"), OpenLow: true),
        new("drift", "a year", -2, 2, 0, new("Growth of the mean, continuously compounded.", "均值的连续复合年增长率。")),
        new("volatility", "a year", 0, 5, null, new("Standard deviation of the log change in a year.", "对数变动的年化标准差。")),
    ];

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private readonly double start = Math.Log(factor.Parameter("start").Mean);
        private readonly double sigma = factor.Parameter("volatility").Mean;
        private readonly double growth = factor.Parameter("drift").Mean;
        private readonly double sameStart = LogKernel.Scalar(factor.Parameter("start").Mean);
        private readonly bool isSameOnAllPaths = factor.Parameter("volatility") is Constant && factor.Parameter("drift") is Constant;
        private readonly bool startsTogether = factor.Parameter("start") is Constant;

        public override double Expected(int date) => start + growth * grid.Years[date] + VolatilityDrag(date);

        public override double VolatilityDrag(int date) => -sigma * sigma / 2 * grid.Years[date];

        public override double Loading(int step, int date) => sigma * Math.Sqrt(grid.StepYears(step));

        // One row: the drift of the logarithm, mu - sigma^2 / 2; none where one number says it.
        public override int StateCount => isSameOnAllPaths ? 0 : 1;

        public override void Start(in FactorBlock block)
        {
            if (startsTogether)
                block.X.Fill(sameStart);
            else
                LogKernel.Transform(block.Parameter(0), block.X);
            if (isSameOnAllPaths)
                return;
            var drift = block.Parameter(1);
            var volatility = block.Parameter(2);
            var logDrift = block.State(0);
            for (var i = 0; i < logDrift.Length; i++)
                logDrift[i] = drift[i] - 0.5 * volatility[i] * volatility[i];
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var h = grid.StepYears(step);
            if (isSameOnAllPaths)
                DiffusionKernel.Step(growth - 0.5 * sigma * sigma, h, sigma * Math.Sqrt(h), normals, block.X);
            else
                DiffusionKernel.Step(block.State(0), h, block.Parameter(2), Math.Sqrt(h), normals, block.X);
        }
    }
}
