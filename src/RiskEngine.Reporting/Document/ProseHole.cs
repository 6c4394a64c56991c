using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>What fills a hole of a sentence: words, perhaps stressed or linked, or letters that read the same in both languages.</summary>
public readonly record struct ProseHole(Prose Prose)
{
    /// <summary>Words, perhaps stressed or linked.</summary>
    public static implicit operator ProseHole(Prose prose) => new(prose);

    /// <summary>Plain words.</summary>
    public static implicit operator ProseHole(LocalText text) => new(text);

    /// <summary>Letters or digits that read the same in both languages.</summary>
    public static implicit operator ProseHole(string text) => new(LocalText.Same(text));
}
