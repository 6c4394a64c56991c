using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Entities;

/// <summary>How an article names something.</summary>
public enum EntityKind
{
    /// <summary>A company or fund of the security list, by one of its names.</summary>
    Security,

    /// <summary>A product; it stands for the company that makes it.</summary>
    Product,

    /// <summary>A theme or group: "gold", "edge chip makers".</summary>
    Theme,

    /// <summary>A ticker symbol that the security list does not know.</summary>
    UnknownSymbol,

    /// <summary>A company that only the article's words name, without a symbol.</summary>
    UnknownName,
}

/// <summary>A company, product, theme or symbol where an article names it.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="Id">The security's id, the theme's id, or the symbol in small letters.</param>
/// <param name="Name">The words of the article.</param>
/// <param name="Start">Where it begins in the words of its sentence.</param>
/// <param name="Length">How many characters of them it takes.</param>
/// <param name="Span">The same in the article.</param>
public sealed record EntityMention(EntityKind Kind, string Id, string Name, int Start, int Length, TextSpan Span);
