using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>A language of the report.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}

/// <summary>Takes one language out of what is written in both.</summary>
public static class LanguageExtensions
{
    /// <summary>The text in one language.</summary>
    public static string In(this LocalText text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return language == Language.Chinese ? text.Chinese : text.English;
    }
}
