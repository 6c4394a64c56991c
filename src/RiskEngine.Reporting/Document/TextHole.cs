using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>What fills a hole of a plain sentence: words, or letters that read the same in both languages.</summary>
public readonly record struct TextHole(LocalText Text)
{
    /// <summary>Words.</summary>
    public static implicit operator TextHole(LocalText text) => new(text);

    /// <summary>Letters or digits that read the same in both languages.</summary>
    public static implicit operator TextHole(string text) => new(LocalText.Same(text));
}
