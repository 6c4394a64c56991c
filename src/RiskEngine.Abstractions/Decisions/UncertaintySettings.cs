namespace RiskEngine.Abstractions.Decisions;

/// <summary>How wrong the model is taken to be.</summary>
/// <param name="Radii">Relative entropies of other models to this one, in nats, rising, each above 0: 0.02 allows a mean a fifth of a
/// standard deviation lower.</param>
public sealed record UncertaintySettings(IReadOnlyList<double> Radii);
