using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Positions;
using RiskEngine.Importing.Text;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Drafts;

/// <summary>The door through which holdings come to a draft, whatever their file looks like.</summary>
internal static class PositionsFile
{
    private static readonly SourceLocation nowhere = new("--portfolio");

    /// <summary>A few funds to begin with, for a scenario without holdings: weights in per cent.</summary>
    public static IReadOnlyList<DraftHolding> Starter { get; } =
    [
        new("SPY", 60, 1, "USD", "US shares", nowhere),
        new("AGG", 35, 1, "USD", "US bonds", nowhere),
        new("CASH", 5, 1, "USD", "Cash", nowhere),
    ];

    /// <summary>Reads a broker's export or a plain table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="securities">By which symbols and names are known.</param>
    /// <param name="currency">The currency where the file says none; null where that is to be asked.</param>
    /// <param name="closes">Prices of rows without one, by instrument.</param>
    /// <param name="diagnostics">Takes errors, and a warning for each position that a portfolio cannot hold.</param>
    /// <returns>What was understood; null after errors.</returns>
    public static PositionImport? Read(
        OutsideFile file,
        SecurityList securities,
        string? currency,
        IReadOnlyDictionary<string, double> closes,
        DiagnosticBag diagnostics
    )
    {
        if (FormatCatalogue.Load(null, diagnostics) is not { } formats)
            return null;
        var options = new ImportOptions
        {
            Formats = formats,
            Securities = securities,
            Currency = currency,
            Closes = closes,
            MayRepeat = true,
        };
        var import = new PositionImporter(options).Read([file], diagnostics);
        foreach (var left in import?.NotHeld ?? [])
            diagnostics.Warning(left.Location, $"'{left.What}' is left out: {left.Reason}");
        return import;
    }

    /// <summary>The holdings of an import.</summary>
    public static IReadOnlyList<DraftHolding> Of(PositionImport import) =>
        [.. import.Holdings.Select(h => new DraftHolding(h.Id, h.Quantity, h.Price, h.Currency, h.Name, h.Location))];
}
