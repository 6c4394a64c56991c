using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Theses;

/// <summary>One statement of an article.</summary>
/// <param name="Id">The claim's id within its thesis.</param>
/// <param name="Line">Its line in the article's file, from 1.</param>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Says">What it says, in our own words; figures are the article's.</param>
public sealed record Claim(Id<Claim> Id, int Line, LocalText Section, LocalText Says)
{
    /// <summary>The article's sentence, from 1, where its text is one line; null where the line says where.</summary>
    public int? Sentence { get; init; }
}

/// <summary>A claim of a named thesis; written <c>thesis/claim</c>.</summary>
/// <param name="Thesis">The thesis.</param>
/// <param name="Claim">The claim within it.</param>
public readonly record struct ClaimRef(Id<Thesis> Thesis, Id<Claim> Claim)
{
    /// <summary><c>thesis/claim</c>.</summary>
    public override string ToString() => $"{Thesis}/{Claim}";
}
