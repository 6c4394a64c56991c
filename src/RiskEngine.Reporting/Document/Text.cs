using System.Text.Json.Serialization;

namespace RiskEngine.Reporting.Document;

/// <summary>One text of the report in both of its languages, written at the place of use, so that no translation can be missing.</summary>
/// <param name="English">The English text.</param>
/// <param name="Chinese">The same in simplified Chinese.</param>
public readonly record struct Text([property: JsonPropertyName("en")] string English, [property: JsonPropertyName("zh")] string Chinese)
{
    /// <summary>A text that reads the same in both languages: a name, an identifier, a number.</summary>
    public static Text Same(string text) => new(text, text);

    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>Both texts joined, language by language.</summary>
    public static Text operator +(Text left, Text right) => new(left.English + right.English, left.Chinese + right.Chinese);
}
