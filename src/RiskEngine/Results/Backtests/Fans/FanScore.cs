using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results.Backtests.Fans;

/// <summary>How forecasts of one horizon did.</summary>
/// <param name="Horizon">The horizon.</param>
/// <param name="Forecasts">How many forecasts were compared with what came.</param>
/// <param name="Bands">One entry a central band, narrowest first.</param>
/// <param name="TransformCounts">How many outcomes fell in each tenth of their forecasts.</param>
/// <param name="UniformP">Probability of counts as uneven under the model's own joint paths.</param>
/// <param name="Crps">Mean continuous ranked probability score, in profit.</param>
/// <param name="RandomWalkSkill">1 - mean score / that of a random walk; the interval is a block bootstrap's.</param>
/// <param name="HistoricalSkill">1 - mean score / that of historical simulation; likewise.</param>
public sealed record FanScore(
    Tenor Horizon,
    int Forecasts,
    IReadOnlyList<BandCoverage> Bands,
    IReadOnlyList<int> TransformCounts,
    double UniformP,
    double Crps,
    Estimate RandomWalkSkill,
    Estimate HistoricalSkill
);

/// <summary>The share of outcomes in a central band.</summary>
/// <param name="Level">The band's probability.</param>
/// <param name="Covered">The share of outcomes in it, 0 to 1.</param>
/// <param name="PValue">Probability of a share as far from the level under the model's own joint paths.</param>
public sealed record BandCoverage(double Level, double Covered, double PValue);
