using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>Logarithmic moves that are Student-t distributed, each step by itself.</summary>
/// <remarks>
/// The move over each regular step of the simulation is t-distributed, not the sum of several: over many steps the tails thin out, so the
/// step is part of the model and 100 days have other tails by days than by months. Dates that are settled on within a step change nothing:
/// at a part w of it the move so far is sqrt(w) g(Z_w), with Z_w the normalised sum of the normals so far, so that no horizon changes
/// another's law. The mean of e^x does not exist for a t distribution, which is why drift is that of the median, and why shocks beyond
/// twenty standard deviations count as twenty (the volatility is exact with that, and the mean that is taken out of expected returns, but
/// for exposures that such a shock moves by more than a factor e^6). An effect on volatility stretches the normal before it becomes a
/// shock, so it moves the deviation of the shock by more than it says.
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
                "Of the t distribution of each regular step (dates within one change nothing): the lower, the "
                    + "fatter the tails. A plain number.",
                "每个常规步长 t 分布的自由度（步内增加日期不影响）：越小尾部越厚。须为普通数值。"
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
        private const double MostLog = 6;

        private readonly double start = Math.Log(factor.Parameter("start").Mean);
        private readonly double growth = factor.Parameter("drift").Mean;
        private readonly double sigma = factor.Parameter("volatility").Mean;
        private readonly StudentShock shock = new(factor.Parameter("degreesOfFreedom").Mean);

        // Rows: the sum of the period's normals so far, each times the root of its step, and what it has moved x by.
        public override int StateCount => 2;

        public override double Expected(int date) => start + growth * grid.Years[date];

        public override double Loading(int step, int date) => shock.NormalCorrelation * sigma * Math.Sqrt(grid.StepYears(step));

        public override double ResidualVariance(int date) =>
            (1 - shock.NormalCorrelation * shock.NormalCorrelation) * sigma * sigma * grid.Years[date];

        public override IReadOnlyList<double>? LogMeans(double exposure)
        {
            // Beyond, the capped shocks alone would make the mean, which a t distribution does not have.
            var largest = StudentShock.Largest * Math.Abs(exposure) * sigma;
            if (Enumerable.Range(0, grid.StepCount).Any(k => largest * Math.Sqrt(grid.PeriodYears(k)) > MostLog))
                return null;
            var means = new double[grid.Dates.Count];
            var known = new Dictionary<double, double>();
            for (var k = 0; k < grid.StepCount; k++)
            {
                var first = grid.PeriodStart(k);
                var elapsed = grid.Years[k + 1] - grid.Years[first];
                if (!known.TryGetValue(elapsed, out var mean))
                    known.Add(elapsed, mean = shock.LogMean(exposure * sigma * Math.Sqrt(elapsed)));
                means[k + 1] = means[first] + mean;
            }

            return means;
        }

        public override void Start(in FactorBlock block)
        {
            LogKernel.Transform(block.Parameter(0), block.X);
            block.State(0).Clear();
            block.State(1).Clear();
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var (h, root) = (grid.StepYears(step), Math.Sqrt(grid.StepYears(step)));
            var x = block.X;
            var drift = block.Parameter(1);
            var volatility = block.Parameter(2);
            if (grid.PeriodStart(step) == step && grid.EndsPeriod(step))
            {
                shock.Step(drift, h, volatility, root, normals, x);
                return;
            }

            var elapsed = Math.Sqrt(grid.Years[step + 1] - grid.Years[grid.PeriodStart(step)]);
            var sum = block.State(0);
            var moved = block.State(1);
            var ends = grid.EndsPeriod(step);
            for (var i = 0; i < x.Length; i++)
            {
                var so = sum[i] + root * normals[i];
                var move = volatility[i] * elapsed * shock.At(so / elapsed);
                x[i] += drift[i] * h + move - moved[i];
                (sum[i], moved[i]) = ends ? (0, 0) : (so, move);
            }
        }
    }
}
