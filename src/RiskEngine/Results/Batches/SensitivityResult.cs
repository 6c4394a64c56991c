namespace RiskEngine.Results.Batches;

/// <summary>How much one figure depends on the numbers that were varied.</summary>
/// <param name="Scenario">Which of the batch's scenarios, from 0.</param>
/// <param name="Figure">The figure with nothing changed.</param>
/// <param name="Screened">What each number does alone, the largest move first.</param>
/// <param name="LeftOut">Numbers that could not be varied, each with the reason.</param>
/// <param name="Indices">The numbers that were kept, the largest total index first.</param>
/// <param name="Points">Base points of the estimators.</param>
/// <param name="PawnOfNothing">PAWN of a number without effect at as many points: what is not above it is noise.</param>
public sealed record SensitivityResult(
    int Scenario,
    FigureRow Figure,
    IReadOnlyList<ScreenedKey> Screened,
    IReadOnlyList<(string Path, string Reason)> LeftOut,
    IReadOnlyList<SensitivityIndex> Indices,
    int Points,
    double PawnOfNothing
);
