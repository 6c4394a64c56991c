using System.Numerics.Tensors;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Processes;

/// <summary>A short rate fitted to today's curve, by its exact Gaussian transition.</summary>
/// <remarks>
/// The path is the curve: zero yields, continuously compounded, each on the date of its maturity; the first, on or before the as-of date,
/// is the yield at the short end. Yields are linear between maturities and flat after the last, so the forward rate y + t y' steps at each
/// of them. Discounted along the simulated rate a zero-coupon bond costs what the curve says. That makes it the pricing law: the expected
/// rate is the forward with its convexity, and says nothing on term premiums.
/// </remarks>
public sealed class HullWhite : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "hull-white";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A short rate that follows today's forward curve, with deviations that fade; bonds priced along it cost what the curve says.",
            "沿当前远期曲线变化的短期利率，偏离会逐渐消退；按其贴现的债券价格与曲线一致。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "X(t) = f(0,t) + sigma^2 B(t)^2 / 2 + u(t), B(t) = (1 - e^(-kappa t)) / kappa;   du = -kappa u dt + sigma dW, u(0) = 0, kappa "
        + "= ln 2 / halfLife; f(0,t) = y(t) + t y'(t), y the path";

    /// <inheritdoc/>
    public override string Reference =>
        "Hull and White (1990), Pricing interest-rate-derivative securities; Brigo and Mercurio (2006), section 3.3.1";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Level;

    /// <inheritdoc/>
    public override PathUse Path => PathUse.Required;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new(
            "halfLife",
            "years",
            0,
            1000,
            null,
            new("Time in which a deviation from the curve halves.", "偏离曲线的部分减半所需的时间。"),
            OpenLow: true
        ),
        new(
            "volatility",
            "a square root of a year",
            0,
            1,
            null,
            new(
                "Standard deviation of the rate's change in a short time, annualised (sigma): 0.01 is one percentage point.",
                "利率短期变动的年化标准差（sigma）：0.01 即一个百分点。"
            )
        ),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf) =>
        DatedPath
            .Check(factor, asOf)
            .Concat(
                factor
                    .Path.Where(p => Math.Abs(p.Value) > 1)
                    .Select(p => $"expected zero yields as decimals between -1 and 1, found {p.Value} on {p.Date:yyyy-MM-dd}")
            );

    /// <inheritdoc/>
    /// <remarks>Brigo and Mercurio (2006), eq. 3.39.</remarks>
    public override DiscountBonds Bonds(RiskFactor factor, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return new Curve(factor, asOf);
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

    private sealed class Curve(RiskFactor factor, DateOnly asOf) : DiscountBonds
    {
        private readonly double kappa = MeanReversion.Rate(factor.Parameter("halfLife").Mean);
        private readonly double sigma = factor.Parameter("volatility").Mean;

        public override AffineBond At(DateOnly date, DateOnly maturity)
        {
            var t = DayCount.Years(asOf, date);
            var b = AffineShortRate.Slope(kappa, DayCount.Years(date, maturity));
            var forward = DatedPath.At(factor.Path, date, y => y) + t * DatedPath.Slope(factor.Path, date);
            var convexity = sigma * sigma / (4 * kappa) * (1 - Math.Exp(-2 * kappa * t)) * b * b;
            return new AffineBond(LogPrice(maturity) - LogPrice(date) + b * forward - convexity, b);
        }

        private double LogPrice(DateOnly date) => -DatedPath.At(factor.Path, date, y => y) * DayCount.Years(asOf, date);
    }

    private sealed class Process : FactorProcess
    {
        private readonly TimeGrid grid;
        private readonly double[] forward;
        private readonly double kappa;
        private readonly double sigma;

        public Process(RiskFactor factor, TimeGrid grid)
        {
            this.grid = grid;
            var yields = DatedPath.On(factor.Path, grid, value => value);
            forward = [.. grid.Dates.Select((date, k) => yields[k] + grid.Years[k] * DatedPath.Slope(factor.Path, date))];
            kappa = MeanReversion.Rate(factor.Parameter("halfLife").Mean);
            sigma = factor.Parameter("volatility").Mean;
        }

        // Rows: the deviation u; the block's e^(-kappa h); e^(-kappa t).
        public override int StateCount => 3;

        public override double Expected(int date) => forward[date] + VolatilityDrag(date);

        public override double VolatilityDrag(int date) => Convexity(kappa, sigma, Math.Exp(-kappa * grid.Years[date]));

        public override double Loading(int step, int date) => MeanReversion.Loading(kappa, sigma, grid, step, date);

        public override void Start(in FactorBlock block)
        {
            block.X.Fill(forward[0]);
            block.State(0).Clear();
            block.State(2).Fill(1);
        }

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            var x = block.X;
            var halfLife = block.Parameter(0);
            var volatility = block.Parameter(1);
            var u = block.State(0);
            var decay = block.State(1);
            var sinceStart = block.State(2);
            MeanReversion.Decay(halfLife, grid.StepYears(step), decay);
            TensorPrimitives.Multiply(sinceStart, decay, sinceStart);
            for (var i = 0; i < x.Length; i++)
            {
                var rate = MeanReversion.Rate(halfLife[i]);
                u[i] = u[i] * decay[i] + volatility[i] * Math.Sqrt((1 - decay[i] * decay[i]) / (2 * rate)) * normals[i];
                x[i] = forward[step + 1] + Convexity(rate, volatility[i], sinceStart[i]) + u[i];
            }
        }

        private static double Convexity(double kappa, double sigma, double sinceStart)
        {
            var b = sigma * (1 - sinceStart) / kappa;
            return b * b / 2;
        }
    }
}
