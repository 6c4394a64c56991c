using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Results;

/// <summary>Quantiles over time, one number per date.</summary>
/// <param name="Dates">The grid's dates, the as-of date first.</param>
/// <param name="Q05">5% quantiles.</param>
/// <param name="Q25">25% quantiles.</param>
/// <param name="Median">Medians.</param>
/// <param name="Q75">75% quantiles.</param>
/// <param name="Q95">95% quantiles.</param>
public sealed record Fan(
    IReadOnlyList<DateOnly> Dates,
    IReadOnlyList<double> Q05,
    IReadOnlyList<double> Q25,
    IReadOnlyList<double> Median,
    IReadOnlyList<double> Q75,
    IReadOnlyList<double> Q95
);

/// <summary>A factor's quantiles over time, in the unit of its value.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Scale">Whether its kind moves it by amounts or by percentages.</param>
/// <param name="Fan">Its quantiles.</param>
public sealed record FactorFan(RiskFactor Factor, FactorScale Scale, Fan Fan);

/// <summary>Counts of outcomes in equal bins.</summary>
/// <param name="Low">Lower edge of the first bin.</param>
/// <param name="Width">Width of a bin, above zero.</param>
/// <param name="Counts">Paths in each bin.</param>
/// <param name="Below">Paths below the first bin.</param>
/// <param name="Above">Paths above the last bin.</param>
public sealed record Histogram(double Low, double Width, IReadOnlyList<int> Counts, int Below, int Above);
