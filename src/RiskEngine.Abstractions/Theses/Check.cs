using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Theses;

/// <summary>Figures or statements of articles held against each other.</summary>
/// <param name="Id">The check's id.</param>
/// <param name="Says">What does not fit (or does), in our own words.</param>
/// <param name="Claims">The claims involved; at least one.</param>
/// <param name="Arithmetic">The sum behind it; null where the contradiction is one of words or dates.</param>
public sealed record Check(Id<Check> Id, LocalText Says, IReadOnlyList<ClaimRef> Claims, Arithmetic? Arithmetic);

/// <summary>A calculation on an article's figures with the result that the article claims.</summary>
/// <param name="Kind">Which calculation.</param>
/// <param name="Figures">
/// Its figures: from, to for growth; from, to, years for annual growth; numerator, denominator for a ratio; the parts for a sum.
/// </param>
/// <param name="Claimed">What the article claims: growth and shares as decimals (0.85 is 85%).</param>
/// <param name="Tolerance">How far apart the two may be and still agree (rounding), in the same unit; above zero.</param>
public sealed record Arithmetic(ArithmeticKind Kind, IReadOnlyList<double> Figures, double Claimed, double Tolerance);

/// <summary>A calculation that a <see cref="Check"/> can make.</summary>
public enum ArithmeticKind
{
    /// <summary>to / from - 1.</summary>
    Growth,

    /// <summary>(to / from)^(1 / years) - 1, the compound annual growth rate.</summary>
    AnnualGrowth,

    /// <summary>numerator / denominator.</summary>
    Ratio,

    /// <summary>The sum of all figures.</summary>
    Sum,
}
