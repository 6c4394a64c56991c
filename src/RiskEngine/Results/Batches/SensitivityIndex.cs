namespace RiskEngine.Results.Batches;

/// <summary>How much of a figure's variance, and of its distribution, one number explains.</summary>
/// <param name="Path">Its path.</param>
/// <param name="First">First-order index: the part of the variance that would go if it were known.</param>
/// <param name="Total">Total index: the part that would stay if all others were known.</param>
/// <param name="Pawn">PAWN: how far knowing it moves the whole distribution, 0 to 1.</param>
public sealed record SensitivityIndex(string Path, IndexEstimate First, IndexEstimate Total, IndexEstimate Pawn);
