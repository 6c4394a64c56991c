namespace RiskEngine.Articles.Documents;

/// <summary>What a section of an article is for, told from its heading.</summary>
internal enum SectionRole
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>What to buy, watch or sell.</summary>
    Advice,

    /// <summary>What could go wrong.</summary>
    Risks,

    /// <summary>Who gains.</summary>
    Gainers,

    /// <summary>Who loses.</summary>
    Losers,

    /// <summary>What to observe.</summary>
    Indicators,

    /// <summary>What will happen.</summary>
    Predictions,

    /// <summary>What was advised earlier.</summary>
    Past,

    /// <summary>Not of the article: menus, licences, related links, disclaimers.</summary>
    Boilerplate,
}
