using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace CustomFactors;

/// <summary>A price that swings about a mean with a known rhythm, and strays from it: memory chips, shipping rates, tool orders.</summary>
public sealed class Cycle : FactorKind
{
    public override string Name => "cycle";

    public override LocalText Summary =>
        new(
            "Swings about a mean with a known rhythm; deviations from the rhythm fade: memory prices, shipping rates.",
            "围绕均值按已知节奏波动，偏离会逐渐消退：适合存储芯片价格、运价。"
        );

    public override string Equation =>
        "ln X(t) = ln mean + A cos(2 pi (t - peak) / period) + u(t),   du = -kappa u dt + sigma dW, u(0) = 0, kappa = ln 2 / halfLife";

    public override string Reference =>
        "Harmonic trend of Harvey (1989) with deviations of Uhlenbeck and Ornstein (1930), exact transition";

    public override FactorScale Scale => FactorScale.Log;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new(
            "mean",
            "unit of the factor",
            0,
            double.PositiveInfinity,
            1,
            new("The value that it swings about.", "波动的中心。"),
            OpenLow: true
        ),
        new("amplitude", "of the logarithm", 0, 2, null, new("Height of the swing above the mean (A).", "波峰高出均值的幅度（A）。")),
        new("period", "years", 0, 50, null, new("Time from one peak to the next.", "相邻波峰的间隔。"), OpenLow: true),
        new("peak", "years after the as-of date", -50, 50, 0, new("When it peaks.", "波峰的时间。")),
        new(
            "halfLife",
            "years",
            0,
            1000,
            1,
            new("Time in which a deviation from the rhythm halves.", "偏离节奏的部分减半所需的时间。"),
            OpenLow: true
        ),
        new(
            "volatility",
            "a square root of a year",
            0,
            5,
            null,
            new(
                "Standard deviation of the deviation's change in a short time, annualised (sigma).",
                "偏离部分短期变动的年化标准差（sigma）。"
            )
        ),
    ];

    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
    {
        private readonly double mean = factor.Parameter("mean").Mean;
        private readonly double amplitude = factor.Parameter("amplitude").Mean;
        private readonly double period = factor.Parameter("period").Mean;
        private readonly double peak = factor.Parameter("peak").Mean;
        private readonly double kappa = Math.Log(2) / factor.Parameter("halfLife").Mean;
        private readonly double sigma = factor.Parameter("volatility").Mean;

        // One number a path beside x: u, the deviation from the rhythm.
        public override int StateCount => 1;

        public override double Expected(int date) => Rhythm(mean, amplitude, period, peak, grid.Years[date]);

        // How a step's normal is still felt at a later date: its deviation at the step's end, faded since.
        public override double Loading(int step, int date) =>
            Deviation(kappa, sigma, grid.StepYears(step)) * Math.Exp(-kappa * (grid.Years[date] - grid.Years[step + 1]));

        public override void Start(in FactorBlock block)
        {
            block.State(0).Clear();
            Write(0, block);
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var years = grid.StepYears(step);
            var u = block.State(0);
            var halfLife = block.Parameter(4);
            var volatility = block.Parameter(5);
            for (var i = 0; i < u.Length; i++)
            {
                var rate = Math.Log(2) / halfLife[i];
                u[i] = u[i] * Math.Exp(-rate * years) + Deviation(rate, volatility[i], years) * normals[i];
            }

            Write(grid.Years[step + 1], block);
        }

        private static void Write(double years, in FactorBlock block)
        {
            for (var i = 0; i < block.PathCount; i++)
            {
                var rhythm = Rhythm(block.Parameter(0)[i], block.Parameter(1)[i], block.Parameter(2)[i], block.Parameter(3)[i], years);
                block.X[i] = rhythm + block.State(0)[i];
            }
        }

        private static double Rhythm(double mean, double amplitude, double period, double peak, double years) =>
            Math.Log(mean) + amplitude * Math.Cos(2 * Math.PI * (years - peak) / period);

        private static double Deviation(double rate, double volatility, double years) =>
            volatility * Math.Sqrt((1 - Math.Exp(-2 * rate * years)) / (2 * rate));
    }
}
