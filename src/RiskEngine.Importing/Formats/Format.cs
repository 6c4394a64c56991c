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

    /// <summary>
    /// Headings that the table's first row must all have; letter case and spaces do not matter. <c>A | B</c> is one of several.
    /// </summary>
    public IReadOnlyList<string> Recognise { get; init; } = [];

    /// <summary>What confirmed the headings: <c>documentation</c>, <c>open-source importer</c>, or nothing public.</summary>
    public string Confirmed { get; init; } = "";

    /// <summary>Whether it counts beside whatever else the file holds: cash beside transactions.</summary>
    public bool Beside { get; init; }

    /// <summary>Whether the user described it: it comes before those that ship.</summary>
    public bool IsOwn { get; init; }

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

    /// <summary>Whether the headings of a table's first row are those of this format.</summary>
    /// <param name="plain">The headings as they are compared, in all their forms.</param>
    internal bool Fits(IReadOnlySet<string> plain) => Recognise.All(r => r.Split('|').Any(h => plain.Contains(Heading.Plain(h))));

    /// <summary>Whether a date that could be read in two ways begins with the day; null where that is to be asked.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>Rows that match none of these are skipped; empty for all.</summary>
    public IReadOnlyList<RowRule> Keep { get; init; } = [];

    /// <summary>Rows that match one of these are skipped.</summary>
    public IReadOnlyList<RowRule> Skip { get; init; } = [];

    /// <summary>Rows that match one of these are cash.</summary>
    public IReadOnlyList<RowRule> Cash { get; init; } = [];

    /// <summary>Rows that match one of these are totals, beside those that say so themselves.</summary>
    public IReadOnlyList<RowRule> Totals { get; init; } = [];

    /// <summary>Labels of cash that stands above the table: <c>Total cash:</c>, with the amount behind it or in the next cell.</summary>
    public IReadOnlyList<string> CashAbove { get; init; } = [];

    /// <summary>What is read out of texts; of several that say the same role the first counts.</summary>
    public IReadOnlyList<TextRule> Text { get; init; } = [];

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
