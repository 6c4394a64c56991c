namespace RiskEngine.Articles.Documents;

/// <summary>A table of an article.</summary>
/// <param name="Caption">The words just before it: a heading, or a short paragraph that ends in a colon; null where there are none.</param>
/// <param name="Rows">Its rows from the top; each is a sentence of the article.</param>
public sealed record ArticleTable(Block? Caption, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The row of headings.</summary>
    public TableRow Head => Rows[0];
}

/// <summary>A row of a table.</summary>
/// <param name="Sentence">The row as a sentence.</param>
/// <param name="Cells">Its cells from the left.</param>
public sealed record TableRow(Sentence Sentence, IReadOnlyList<Prose> Cells);
