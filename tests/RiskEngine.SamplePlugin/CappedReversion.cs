using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.SamplePlugin;

/// <summary>A price that is pulled back to a mean and cannot rise above a cap: what buyers switch away at, or a regulator sets.</summary>
public sealed class CappedReversion : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "capped-reversion";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Is pulled back to a mean and never rises above a cap: prices with a substitute, regulated prices.",
            "会被拉回均值，且不超过上限：适合有替代品的价格、受监管的价格。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "ln X(t) = min(Y(t), ln cap),   dY = kappa (ln mean - Y) dt + sigma dW, Y(0) = ln start, kappa = ln 2 / halfLife";

    /// <inheritdoc/>
    public override string Reference =>
        "Schwartz (1997), one-factor model, exact transition of Y; mean of the capped normal: Tallis (1961)";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Log;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new(
            "start",
            "unit of the factor",
            0,
            double.PositiveInfinity,
            1,
            new("Value on the as-of date, below the cap.", "基准日的数值，低于上限。"),
            OpenLow: true
        ),
        new(
            "mean",
            "unit of the factor",
            0,
            double.PositiveInfinity,
            1,
            new("The value it is pulled to.", "回归的目标值。"),
            OpenLow: true
        ),
        new(
            "cap",
            "unit of the factor",
            0,
            double.PositiveInfinity,
            null,
            new("The value it cannot exceed.", "不能超过的数值。"),
            OpenLow: true
        ),
        new(
            "halfLife",
            "years",
            0,
            1000,
            1,
            new("Time in which a deviation from the mean halves.", "偏离均值的部分减半所需的时间。"),
            OpenLow: true
        ),
        new(
            "volatility",
            "a square root of a year",
            0,
            5,
            null,
            new("Standard deviation of ln Y in a short time, annualised (sigma).", "ln Y 短期变动的年化标准差（sigma）。")
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var (start, cap) = (factor.Parameter("start").Mean, factor.Parameter("cap").Mean);
        if (factor.Parameter("cap").StandardDeviation > 0)
            yield return "expected a cap that is a plain number, found a distribution";
        if (start > cap)
            yield return $"expected a start of at most the cap ({cap}), found {start}";
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private const double Ln2 = 0.693147180559945309;
        private readonly double start = Math.Log(factor.Parameter("start").Mean);
        private readonly double mean = Math.Log(factor.Parameter("mean").Mean);
        private readonly double cap = Math.Log(factor.Parameter("cap").Mean);
        private readonly double kappa = Ln2 / factor.Parameter("halfLife").Mean;
        private readonly double sigma = factor.Parameter("volatility").Mean;

        // One row: Y, which goes on above the cap.
        public override int StateCount => 1;

        // E min(Y, c) = m Phi(d) - s phi(d) + c (1 - Phi(d)), d = (c - m) / s.
        public override double Expected(int date)
        {
            var (m, s) = Moments(date);
            if (s == 0)
                return Math.Min(m, cap);
            var d = (cap - m) / s;
            return m * Phi(d) - s * Density(d) + cap * (1 - Phi(d));
        }

        // The linear part of min(Y, c) in Y's normals: Phi(d) of Y's own.
        public override double Loading(int step, int date)
        {
            var (m, s) = Moments(date);
            var own = Deviation(kappa, sigma, grid.StepYears(step)) * Math.Exp(-kappa * (grid.Years[date] - grid.Years[step + 1]));
            return s == 0 ? 0 : own * Phi((cap - m) / s);
        }

        // What capping leaves of Y's variance beside the square of the linear part.
        public override double ResidualVariance(int date)
        {
            var (m, s) = Moments(date);
            if (s == 0)
                return 0;
            var d = (cap - m) / s;
            var first = d * (1 - Phi(d)) - Density(d);
            var second = Phi(d) - d * Density(d) + d * d * (1 - Phi(d));
            return s * s * Math.Max(0, second - first * first - Phi(d) * Phi(d));
        }

        // Risk events do not lift it above the cap either.
        public override double Highest => cap;

        public override void Start(in FactorBlock block)
        {
            var value = block.Parameter(0);
            var ceiling = block.Parameter(2);
            var y = block.State(0);
            for (var i = 0; i < block.PathCount; i++)
            {
                y[i] = Math.Log(value[i]);
                block.X[i] = Math.Min(y[i], Math.Log(ceiling[i]));
            }
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var h = grid.StepYears(step);
            var x = block.X;
            var y = block.State(0);
            var target = block.Parameter(1);
            var ceiling = block.Parameter(2);
            var halfLife = block.Parameter(3);
            var volatility = block.Parameter(4);
            for (var i = 0; i < x.Length; i++)
            {
                var rate = Ln2 / halfLife[i];
                var theta = Math.Log(target[i]);
                y[i] = theta + (y[i] - theta) * Math.Exp(-rate * h) + Deviation(rate, volatility[i], h) * normals[i];
                x[i] = Math.Min(y[i], Math.Log(ceiling[i]));
            }
        }

        private static double Deviation(double rate, double volatility, double years) =>
            volatility * Math.Sqrt((1 - Math.Exp(-2 * rate * years)) / (2 * rate));

        private (double Mean, double Deviation) Moments(int date)
        {
            var t = grid.Years[date];
            return (mean + (start - mean) * Math.Exp(-kappa * t), Deviation(kappa, sigma, t));
        }

        private static double Density(double d) => Math.Exp(-d * d / 2) / Math.Sqrt(2 * Math.PI);

        // Abramowitz and Stegun (1964), 26.2.17: absolute error below 7.5e-8.
        private static double Phi(double d)
        {
            if (d < 0)
                return 1 - Phi(-d);
            var t = 1 / (1 + 0.2316419 * d);
            return 1 - Density(d) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        }
    }
}
