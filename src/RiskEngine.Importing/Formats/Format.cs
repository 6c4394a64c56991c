using RiskEngine.Importing.Numbers;

namespace RiskEngine.Importing.Formats;

/// <summary>How one table of one broker looks: data that a file describes (README.md says how), nothing that code knows.</summary>
public sealed record Format
{
    /// <summary>Its id: the name of its file without ending.</summary>
    public string Id { get; init; } = "";

    /// <summary>Whose it is, for readers.</summary>
    public string Name { get; init; } = "";

    /// <summary>What its rows are.</summary>
    public FormatKind Kind { get; init; }

    /// <summary>Headings that the table's first row must all have; letter case and spaces do not matter.</summary>
    public IReadOnlyList<string> Recognise { get; init; } = [];

    /// <summary>The list in a JSON document that it describes, such as <c>activities</c>; empty for any table.</summary>
    public string List { get; init; } = "";

    /// <summary>
    /// Role -> headings of its column, before those of the vocabulary; no heading means that the table has no such column.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The currency where no column and no number says one; empty where that is to be asked.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The decimal mark where the numbers leave it open; null where that is to be asked.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>Rows that match none of these are skipped; empty for all.</summary>
    public IReadOnlyList<RowRule> Keep { get; init; } = [];

    /// <summary>Rows that match one of these are skipped.</summary>
    public IReadOnlyList<RowRule> Skip { get; init; } = [];

    /// <summary>Rows that match one of these are cash.</summary>
    public IReadOnlyList<RowRule> Cash { get; init; } = [];

    /// <summary>What a transaction's word does, before the vocabulary's words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Actions { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}

/// <summary>What the rows of a table are.</summary>
public enum FormatKind
{
    /// <summary>What is held.</summary>
    Positions,

    /// <summary>What was bought, sold and paid, row by row in time.</summary>
    Transactions,
}
