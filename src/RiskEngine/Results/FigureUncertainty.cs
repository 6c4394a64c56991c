using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;

namespace RiskEngine.Results;

/// <summary>How sure one headline figure is: the kinds of uncertainty are independent, so their variances add.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Measure">The measure, at the headline horizon of the base case.</param>
/// <param name="Figure">The figure with its sampling error.</param>
/// <param name="Shares">One entry a kind, in the order of <see cref="UncertaintyKind"/>; a kind without sources is there with variance
/// zero.</param>
public sealed record FigureUncertainty(
    Portfolio Portfolio,
    Variant Variant,
    MeasureKind Measure,
    Estimate Figure,
    IReadOnlyList<UncertaintyShare> Shares
)
{
    /// <summary>The figure's variance by all kinds together.</summary>
    public double Variance => Shares.Sum(share => share.Variance);

    /// <summary>Half of the 95% interval of all kinds together.</summary>
    public double HalfWidth => Estimate.IntervalHalfWidth * Math.Sqrt(Variance);

    /// <summary>The part of the variance that a kind makes, 0 to 1; not a number where nothing is uncertain.</summary>
    public double ShareOf(UncertaintyKind kind) => Shares.Where(share => share.Kind == kind).Sum(share => share.Variance) / Variance;
}
