namespace RiskEngine.Articles.Documents;

/// <summary>How much an article may hold; what has more is refused by name, and nothing of it is read.</summary>
internal static class ArticleLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 20_000_000;

    /// <summary>Characters of the text.</summary>
    public const int Characters = 5_000_000;

    /// <summary>How deep elements of HTML may lie in each other.</summary>
    public const int Nesting = 512;

    /// <summary>Cells of all tables together.</summary>
    public const int Cells = 20_000;

    /// <summary>Pages of a PDF.</summary>
    public const int Pages = 500;

    /// <summary>Characters of one sentence; longer ones are parted where a space or comma allows it.</summary>
    public const int Sentence = 1_500;
}
