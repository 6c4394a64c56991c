using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Importing.Prices;

/// <summary>What was understood of price files.</summary>
/// <param name="History">One table of all series.</param>
/// <param name="Series">What is known of each column.</param>
public sealed record PriceImport(PriceHistory History, IReadOnlyList<SeriesReport> Series);

/// <summary>What is known of one column of imported prices.</summary>
/// <param name="Instrument">The column.</param>
/// <param name="File">The file that it came from.</param>
/// <param name="Source">The heading that was taken as the close.</param>
/// <param name="First">Its first date.</param>
/// <param name="Last">Its last one.</param>
/// <param name="Closes">How many closes it has.</param>
/// <param name="Gaps">Dates of the table between its first and last one on which it has none.</param>
/// <param name="Stale">The longest run of the same close, in rows.</param>
/// <param name="Outliers">Moves beyond ten times the usual size, that are no splits.</param>
/// <param name="Splits">Moves near a simple ratio within a day or a weekend, with what they look like.</param>
/// <param name="Duplicates">Dates that came more than once with the same close.</param>
/// <param name="Frequency">How far its dates lie apart: daily, weekly, monthly, ...</param>
public sealed record SeriesReport(
    string Instrument,
    string File,
    string Source,
    DateOnly First,
    DateOnly Last,
    int Closes,
    int Gaps,
    int Stale,
    IReadOnlyList<DateOnly> Outliers,
    IReadOnlyList<(DateOnly Date, string Ratio)> Splits,
    int Duplicates,
    string Frequency
);
