namespace RiskEngine.Importing.Positions;

/// <summary>What was understood of one or several files of holdings.</summary>
/// <param name="Formats">The formats that were recognised, by name; <c>plain table</c> where headings were clear without one.</param>
/// <param name="Holdings">The positions, in the order in which they come up; every id once.</param>
/// <param name="NotHeld">What the portfolio cannot hold.</param>
/// <param name="Rows">What became of every row that is not blank.</param>
/// <param name="BlankRows">How many rows were blank.</param>
/// <param name="Totals">Totals of the files beside the rows above them.</param>
public sealed record PositionImport(
    IReadOnlyList<string> Formats,
    IReadOnlyList<ImportedHolding> Holdings,
    IReadOnlyList<NotHeld> NotHeld,
    IReadOnlyList<RowAccount> Rows,
    int BlankRows,
    IReadOnlyList<TotalCheck> Totals
)
{
    /// <summary>The day that the files say of the holdings; null where they say none.</summary>
    public HoldingsDate? AsOf { get; init; }

    /// <summary>How many rows came to an outcome.</summary>
    public int Count(RowOutcome outcome) => Rows.Count(r => r.Outcome == outcome);

    /// <summary>The currencies of the positions, the one of the largest value first.</summary>
    public IReadOnlyList<string> Currencies =>
        [.. Holdings.GroupBy(h => h.Currency).OrderByDescending(g => g.Sum(h => h.Value)).Select(g => g.Key)];

    /// <summary>The value of all positions in one currency.</summary>
    public double ValueIn(string currency) => Holdings.Where(h => h.Currency == currency).Sum(h => h.Value);
}
