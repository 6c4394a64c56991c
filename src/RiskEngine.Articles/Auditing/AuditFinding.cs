using RiskEngine.Abstractions.Identity;
using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Auditing;

/// <summary>Two things in articles that do not fit together.</summary>
/// <param name="Kind">What was compared: <c>growth</c>, <c>annual-growth</c>, <c>sum</c>, <c>share</c>, <c>multiple</c>, <c>date</c>,
/// <c>prediction</c>, <c>forecasts</c>, <c>quotes</c>, <c>unit</c>, <c>fastest</c>, <c>company</c>, <c>advice</c>.</param>
/// <param name="Says">What does not fit, in a sentence.</param>
/// <param name="Computation">The sum that shows it; empty where there is none.</param>
/// <param name="Places">The characters on both sides, with their articles' files.</param>
/// <param name="Claims">Claims that it touches, as <c>file/claim</c>.</param>
public sealed record AuditFinding(
    string Kind,
    LocalText Says,
    string Computation,
    IReadOnlyList<AuditPlace> Places,
    IReadOnlyList<string> Claims
)
{
    /// <summary>What a row of a table would say if the other statement were the right one; null where no row would change.</summary>
    public OtherFigure? Other { get; init; }
}

/// <summary>A figure of a row as the other of two statements has it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Year">The year of the figure.</param>
/// <param name="Value">The figure, in the row's unit.</param>
public sealed record OtherFigure(AuditPlace Row, int Year, double Value);

/// <summary>Characters of an article.</summary>
/// <param name="File">The article's file.</param>
/// <param name="Evidence">The characters.</param>
public sealed record AuditPlace(string File, Evidence Evidence);
