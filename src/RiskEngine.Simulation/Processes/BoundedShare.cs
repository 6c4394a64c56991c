using System.Numerics.Tensors;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>A share that follows dated points and never leaves its bounds: an Ornstein-Uhlenbeck process on the logit scale.</summary>
public sealed class BoundedShare : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "bounded-share";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A share between two bounds that follows dated points, with deviations that fade: market shares, penetration.",
            "介于上下限之间、沿有日期的点变化的份额，偏离会逐渐消退：适合市场份额、渗透率。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "X(t) = L + (U - L) / (1 + e^(-Y(t))),   Y(t) = m(0) + g (m(t) - m(0)) + u(t),   m = logit((points - L) / (U - L)) linear "
        + "between points,   du = -kappa u dt + sigma dW, u(0) = 0, kappa = ln 2 / halfLife; g = realised, drawn once per path";

    /// <inheritdoc/>
    public override string Reference =>
        "Logistic transform of Uhlenbeck and Ornstein (1930), exact transition. The points are the median where realised is 1";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override PathUse Path => PathUse.Required;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new(
            "lower",
            "share",
            0,
            1,
            0,
            new("Lower bound; reached only where a risk event pushes it there.", "下限，只有风险事件才能推至此处。")
        ),
        new(
            "upper",
            "share",
            0,
            1,
            1,
            new("Upper bound; reached only where a risk event pushes it there.", "上限，只有风险事件才能推至此处。")
        ),
        new(
            RiskFactor.RealisedParameter,
            "1 is all of it",
            -5,
            5,
            1,
            new("Part of the path's move, on the logit scale, that happens.", "路径变动（logit 尺度）中实现的比例。")
        ),
        new(
            "volatility",
            "of the logit a square root of a year",
            0,
            10,
            null,
            new("Standard deviation of the logit's change in a short time, annualised (sigma).", "logit 短期变动的年化标准差（sigma）。")
        ),
        new(
            "halfLife",
            "years",
            0,
            1000,
            2,
            new("Time in which a deviation from the path halves.", "偏离路径的部分减半所需的时间。"),
            OpenLow: true
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        foreach (var problem in DatedPath.Check(factor, asOf))
            yield return problem;
        if (factor.Parameter("lower").StandardDeviation > 0 || factor.Parameter("upper").StandardDeviation > 0)
        {
            yield return "expected bounds (lower, upper) that are plain numbers, found a distribution";
        }

        var (lower, upper) = (factor.Parameter("lower").Mean, factor.Parameter("upper").Mean);
        if (lower >= upper)
            yield return $"expected a lower bound below the upper bound, found {lower} and {upper}";
        foreach (var point in factor.Path.Where(p => p.Value <= lower || p.Value >= upper))
        {
            yield return $"expected path values inside the bounds {lower} and {upper}, found {point.Value} on {point.Date:yyyy-MM-dd}";
        }
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process : FactorProcess
    {
        private readonly TimeGrid grid;
        private readonly double[] path;
        private readonly double lower;
        private readonly double width;
        private readonly double kappa;
        private readonly double sigma;
        private readonly bool hasOneHalfLife;

        public Process(RiskFactor factor, TimeGrid grid)
        {
            this.grid = grid;
            lower = factor.Parameter("lower").Mean;
            width = factor.Parameter("upper").Mean - lower;
            kappa = MeanReversion.Rate(factor.Parameter("halfLife").Mean);
            sigma = factor.Parameter("volatility").Mean;
            hasOneHalfLife = factor.Parameter("halfLife") is Constant;
            path = DatedPath.On(factor.Path, grid, value => Math.Log((value - lower) / (lower + width - value)));
        }

        // Rows: the deviation u; what a step leaves of it, and what it adds; the mean of u, zero.
        public override int StateCount => 4;

        public override double Lowest => Math.Log(lower);

        public override double Highest => Math.Log(lower + width);

        public override double Expected(int date) => Math.Log(Share(path[date]));

        // Linear part: d ln X / dY at the expected path, times the deviation's loading.
        public override double Loading(int step, int date)
        {
            var share = Share(path[date]);
            return (share - lower) * (lower + width - share) / (width * share) * MeanReversion.Loading(kappa, sigma, grid, step, date);
        }

        public override void Start(in FactorBlock block)
        {
            block.State(0).Clear();
            block.State(3).Clear();
            block.X.Fill(Math.Log(Share(path[0])));
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var x = block.X;
            var u = block.State(0);
            MeanReversion.OfStep(block.Parameter(4), hasOneHalfLife, grid.StepYears(step), block.State(1), block.State(2));
            ReversionKernel.Step(block.State(3), block.State(1), block.Parameter(3), block.State(2), normals, u);

            // ln(lower + width / (1 + e^-y)), y = path + realised move + u.
            TensorPrimitives.Multiply(block.Parameter(2), path[0] - path[step + 1], x);
            TensorPrimitives.Subtract(x, path[0], x);
            TensorPrimitives.Subtract(x, u, x);
            ExpKernel.Transform(x, x);
            TensorPrimitives.Add(x, 1, x);
            TensorPrimitives.Divide(width, x, x);
            TensorPrimitives.Add(x, lower, x);
            LogKernel.Transform(x, x);
        }

        private double Share(double logit) => lower + width / (1 + Math.Exp(-logit));
    }
}
