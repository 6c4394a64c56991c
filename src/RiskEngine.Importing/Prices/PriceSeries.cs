using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Prices;

/// <summary>The closes of one instrument as one file gives them, in the order of the file.</summary>
/// <param name="name">The instrument, as the file calls it.</param>
/// <param name="column">The heading of the column that was taken, for messages.</param>
internal sealed class PriceSeries(string name, string column)
{
    /// <summary>The instrument, as the file calls it.</summary>
    public string Name => name;

    /// <summary>The heading of the column that was taken.</summary>
    public string Column => column;

    /// <summary>Whether the column says that it is adjusted for dividends and splits.</summary>
    public bool IsAdjusted { get; init; }

    /// <summary>Date, close (NaN where there is none) and place, row by row.</summary>
    public List<(DateOnly Date, double Close, SourceLocation Location)> Points { get; } = [];
}
