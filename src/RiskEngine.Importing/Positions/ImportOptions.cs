using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Numbers;

namespace RiskEngine.Importing.Positions;

/// <summary>What importing needs to know beside the files.</summary>
public sealed record ImportOptions
{
    /// <summary>The formats.</summary>
    public required FormatCatalogue Formats { get; init; }

    /// <summary>The securities by which symbols, numbers and names are known.</summary>
    public SecurityList Securities { get; init; } = SecurityList.Empty;

    /// <summary>The currency where the file says none; null where that is to be asked.</summary>
    public string? Currency { get; init; }

    /// <summary>The decimal mark; null where the numbers decide.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>Whether a date that could be read in two ways begins with the day; null where that is to be asked.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>
    /// Whether a security that is held in two currencies may come up twice, for readers that bring currencies together; else an error.
    /// </summary>
    public bool MayRepeat { get; init; }

    /// <summary>Instrument -> price of one unit, for rows without a price and for transactions; in the currency of the row.</summary>
    public IReadOnlyDictionary<string, double> Closes { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}
