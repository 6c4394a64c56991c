namespace RiskEngine.Reporting.Document;

/// <summary>A language of the report.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
