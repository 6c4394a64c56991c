using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Results;

/// <summary>How much of a figure's variance one kind of uncertainty makes.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Variance">The variance that it alone gives the figure, in the figure's unit squared, zero or more.</param>
/// <param name="Sources">How many uncertain parameters (or readings) it comes from; 0 for sampling.</param>
public sealed record UncertaintyShare(UncertaintyKind Kind, double Variance, int Sources)
{
    /// <summary>Half of the 95% interval that this kind alone makes, in the figure's unit.</summary>
    public double HalfWidth => Estimate.IntervalHalfWidth * Math.Sqrt(Variance);
}
