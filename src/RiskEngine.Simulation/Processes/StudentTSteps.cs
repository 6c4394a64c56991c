using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>Logarithmic moves that are Student-t distributed, each step by itself.</summary>
/// <remarks>
/// Each step's move is t-distributed, not the sum of several: over many steps the tails thin out, so the time step is part of the model.
/// The mean of e^x does not exist for a t distribution, which is why drift is that of the median, and why shocks beyond twenty standard
/// deviations count as twenty (the volatility is exact with that). An effect on volatility stretches the normal before it becomes a shock,
/// so it moves the deviation of the shock by more than it says.
/// </remarks>
public sealed class StudentTSteps : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "student-t";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Grows at a constant median rate with fat-tailed shocks, each step by itself: indices and commodities whose single moves "
                + "can be far out.",
            "以固定的中位数速度增长，每一步的冲击都有厚尾：适合单次变动可能极端的指数与大宗商品。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "ln X(t+h) = ln X(t) + mu h + sigma sqrt(h) g(Z),   g(z) = T_nu^-1(Phi(z)) / scale, |g| at most 20, Var g(Z) = 1;   mu is the "
        + "growth of the median";

    /// <inheritdoc/>
    public override string Reference =>
        "Praetz (1972), The distribution of share price changes; by inversion (Glasserman 2003, section 2.2.1)";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("start", "unit of the factor", 0, double.PositiveInfinity, 1, new("Value on the as-of date.", "基准日的数值。"), OpenLow: true),
        new("drift", "a year", -2, 2, 0, new("Growth of the median, continuously compounded.", "中位数的连续复合年增长率。")),
        new("volatility", "a year", 0, 5, null, new("Standard deviation of the log change in a year.", "对数变动的年化标准差。")),
        new(
            "degreesOfFreedom",
            "a number",
            2,
            200,
            5,
            new(
                "Of each step's t distribution: the lower, the fatter the tails. A plain number.",
                "每一步 t 分布的自由度：越小尾部越厚。须为普通数值。"
            ),
            OpenLow: true
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf) => PlainNumbers.Check(factor, "degreesOfFreedom");

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private readonly double start = Math.Log(factor.Parameter("start").Mean);
        private readonly double growth = factor.Parameter("drift").Mean;
        private readonly double sigma = factor.Parameter("volatility").Mean;
        private readonly StudentShock shock = new(factor.Parameter("degreesOfFreedom").Mean);

        public override double Expected(int date) => start + growth * grid.Years[date];

        public override double Loading(int step, int date) => shock.NormalCorrelation * sigma * Math.Sqrt(grid.StepYears(step));

        public override double ResidualVariance(int date) =>
            (1 - shock.NormalCorrelation * shock.NormalCorrelation) * sigma * sigma * grid.Years[date];

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
            for (var i = 0; i < x.Length; i++)
                x[i] += drift[i] * h + volatility[i] * root * shock.At(normals[i]);
        }
    }
}
