using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Abstractions.Decisions;

/// <summary>What an optimiser may hold: long positions in everything that can be traded, up to a cap, to the middle horizon.</summary>
/// <param name="Cap">The greatest weight of one instrument, above 0 to 1.</param>
/// <param name="Caps">Other greatest weights of single instruments, 0 to 1.</param>
/// <param name="Points">How many points of the frontier are computed, 2 to 100.</param>
/// <param name="UnderViews">Whether paths have the probabilities that the views give them, instead of the model's.</param>
public sealed record OptimiserSettings(double Cap, IReadOnlyDictionary<Id<Instrument>, double> Caps, int Points, bool UnderViews);
