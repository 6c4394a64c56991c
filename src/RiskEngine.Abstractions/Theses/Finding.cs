namespace RiskEngine.Abstractions.Theses;

/// <summary>What came of a <see cref="Theses.Check"/>.</summary>
/// <param name="Thesis">The thesis whose file holds the check.</param>
/// <param name="Check">The check.</param>
/// <param name="Verdict">Whether the article agrees with itself.</param>
/// <param name="Calculated">The calculation's result; null where there was nothing to calculate.</param>
public sealed record Finding(Identity.Id<Thesis> Thesis, Check Check, Verdict Verdict, double? Calculated);

/// <summary>Whether what was held against each other fits.</summary>
public enum Verdict
{
    /// <summary>Calculated, and within tolerance of what is claimed.</summary>
    Agrees,

    /// <summary>Calculated, and further apart than the tolerance.</summary>
    Contradicts,

    /// <summary>A contradiction of words or dates, as the file states it; nothing was calculated.</summary>
    Stated,
}
