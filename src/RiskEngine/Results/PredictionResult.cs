using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Results;

/// <summary>How likely the engine finds a prediction.</summary>
/// <param name="Thesis">The thesis that makes it.</param>
/// <param name="Prediction">The prediction.</param>
/// <param name="Probability">Share of paths that fulfil it.</param>
/// <param name="Parts">For a prediction of several conditions, each one's own share; else empty.</param>
public sealed record PredictionResult(Thesis Thesis, Prediction Prediction, Estimate Probability, IReadOnlyList<Estimate> Parts);

/// <summary>How likely an indicator's levels are.</summary>
/// <param name="Thesis">The thesis that names it.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Median">The factor's median on the indicator's date, in its unit.</param>
/// <param name="Confirms">Probability of the confirming level; null when there is none.</param>
/// <param name="Refutes">Probability of the refuting level; null when there is none.</param>
public sealed record IndicatorResult(Thesis Thesis, Indicator Indicator, Estimate Median, Estimate? Confirms, Estimate? Refutes);
