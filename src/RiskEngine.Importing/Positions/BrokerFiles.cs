using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Positions;

/// <summary>What brokers export, for readers that take a portfolio file directly.</summary>
/// <param name="securities">The security list; read when it is first needed.</param>
public sealed class BrokerFiles(Func<SecurityList> securities) : IPortfolioImporter
{
    /// <inheritdoc/>
    public IReadOnlyList<ForeignPosition>? Import(byte[] bytes, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (FormatCatalogue.Load(null, diagnostics) is not { } formats)
            return null;
        var found = new DiagnosticBag();
        var options = new ImportOptions { Formats = formats, Securities = securities() };
        var import = new PositionImporter(options).Read([new OutsideFile(file, bytes)], found);
        foreach (var finding in found.Sorted())
            diagnostics.Add(finding);
        if (import is null)
            return null;
        foreach (var left in import.NotHeld)
        {
            diagnostics.Warning(
                left.Location,
                FormattableString.Invariant($"{left.What}: {left.Reason}; its value of {left.Value:0.00} {left.Currency} is left out")
            );
        }

        diagnostics.Notice(
            new SourceLocation(file),
            $"read as {string.Join(", ", import.Formats)}: {import.Holdings.Count} positions from {import.Rows.Count} rows"
        );
        return
        [
            .. import.Holdings.Select(h => new ForeignPosition(h.Id, h.OtherNames, h.Name, h.Quantity, h.Price, h.Currency, h.Location)),
        ];
    }
}
