namespace RiskEngine.Analysis.Scoring;

/// <summary>What a joint test says of many forecasts.</summary>
/// <param name="Covered">For each level the share of outcomes within the central band of that probability.</param>
/// <param name="CoverageP">For each level how often sound forecasts are covered by a share as far off, on either side.</param>
/// <param name="Counts">How many transforms lie in each tenth.</param>
/// <param name="UniformP">How often sound forecasts spread as unevenly over the tenths (Pearson's statistic).</param>
public sealed record CalibrationTest(
    IReadOnlyList<double> Covered,
    IReadOnlyList<double> CoverageP,
    IReadOnlyList<int> Counts,
    double UniformP
);
