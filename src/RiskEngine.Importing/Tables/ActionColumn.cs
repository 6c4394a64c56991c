using RiskEngine.Importing.Formats;

namespace RiskEngine.Importing.Tables;

/// <summary>
/// Finds the column that tells purchases from sales by what stands in it, where no heading says so: many exports call it no more than
/// <c>Type</c>, as others call the kind of a security. Without it sales would count as held.
/// </summary>
/// <param name="vocabulary">The words for what a transaction does.</param>
internal sealed class ActionColumn(Vocabulary vocabulary)
{
    /// <summary>
    /// The table with that column: dated rows are transactions, others are positions bought or sold short. The table as it is where there
    /// is none, or where its format or a heading says what its rows do.
    /// </summary>
    public FoundTable Apply(FoundTable table)
    {
        if (table.Format is not null || table.Columns.Has(Role.Action) || Find(table) is not { } at)
            return table;
        return table.Columns.Has(Role.Date)
            ? table with
            {
                Kind = FormatKind.Transactions,
                Columns = table.Columns.With(Role.Action, at),
            }
            : table with
            {
                Columns = table.Columns.With(Role.Side, at),
            };
    }

    private int? Find(FoundTable table)
    {
        var identities = Role.Identities.Select(role => table.Columns[role]).ToHashSet();
        for (var at = 0; at < table.Header.Cells.Count; at++)
        {
            if (!identities.Contains(at) && table.Rows.Any(row => IsTrade(row[at].Text)))
                return at;
        }

        return null;
    }

    private bool IsTrade(string text) => text.Length is > 0 and <= 40 && vocabulary.ActionOf(text, null) is "buy" or "sell";
}
