namespace RiskEngine.Articles.Documents;

/// <summary>What a part of an article is.</summary>
public enum BlockKind
{
    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A quotation set apart.</summary>
    Quotation,

    /// <summary>A row of a table.</summary>
    TableRow,
}
