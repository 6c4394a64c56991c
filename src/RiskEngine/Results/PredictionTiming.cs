using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Results;

/// <summary>How likely a prediction would be judged true on each of several days up to its own.</summary>
/// <param name="Thesis">The thesis that makes it.</param>
/// <param name="Prediction">The prediction.</param>
/// <param name="Dates">The days.</param>
/// <param name="Probabilities">Share of the first 8,192 paths on which the condition holds on each day; of all paths on the last.</param>
public sealed record PredictionTiming(
    Thesis Thesis,
    Prediction Prediction,
    IReadOnlyList<DateOnly> Dates,
    IReadOnlyList<Estimate> Probabilities
);
