using RiskEngine.Batches.Sweeps;
using RiskEngine.Results;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>What screening found.</summary>
/// <param name="Figure">The figure with nothing changed.</param>
/// <param name="Screened">What each number does alone, the largest move first.</param>
/// <param name="LeftOut">Numbers that could not be varied, each with the reason.</param>
/// <param name="Kept">The numbers that move the figure most, with their ranges.</param>
public sealed record ScreenedNumbers(
    FigureRow Figure,
    IReadOnlyList<ScreenedKey> Screened,
    IReadOnlyList<(string Path, string Reason)> LeftOut,
    IReadOnlyList<SweptRange> Kept
);
