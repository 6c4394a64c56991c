using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Processes;

/// <summary>A value that does not move; unknown but constant when it is given as a distribution.</summary>
public sealed class FixedValue : FactorKind
{
    /// <inheritdoc/>
    public override string Name => "fixed";

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "Stays where it is; risk events may still move it. As a distribution: one unknown value a path.",
            "保持不变，但风险事件仍可推动它。若给出分布，则每条路径取一个未知的固定值。"
        );

    /// <inheritdoc/>
    public override string Equation => "X(t) = value";

    /// <inheritdoc/>
    public override string Reference => "None needed";

    /// <inheritdoc/>
    public override FactorScale Scale => FactorScale.Level;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [new("value", "unit of the factor", double.NegativeInfinity, double.PositiveInfinity, null, new("The value.", "数值。"))];

    /// <inheritdoc/>
    public override DiscountBonds Bonds(RiskFactor factor, DateOnly asOf) => new AffineShortRate((_, tau) => new AffineBond(0, tau), asOf);

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor);

    private sealed class Process(RiskFactor factor) : FactorProcess
    {
        private readonly double value = factor.Parameter("value").Mean;

        public override double Expected(int date) => value;

        public override double Loading(int step, int date) => 0;

        public override void Start(in FactorBlock block) => block.Parameter(0).CopyTo(block.X);

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            // Nothing moves it.
        }
    }
}
