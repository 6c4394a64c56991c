namespace RiskEngine.Abstractions.Identity;

/// <summary>A text for readers in English and Chinese. Plain text: whoever shows it escapes it.</summary>
/// <param name="English">The English text.</param>
/// <param name="Chinese">The Simplified Chinese text; equal to the English one where the file gives only one.</param>
public sealed record LocalText(string English, string Chinese)
{
    /// <summary>The same text for both languages.</summary>
    public static LocalText Same(string text) => new(text, text);

    /// <summary>The English text.</summary>
    public override string ToString() => English;
}
