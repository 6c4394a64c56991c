using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Prices;

/// <summary>What vendors of data give, for readers that take a price file directly.</summary>
public sealed class VendorFiles : IPriceImporter
{
    /// <inheritdoc/>
    public PriceHistory? Import(byte[] bytes, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var import = new PriceImporter(new PriceOptions()).Read([new OutsideFile(file, bytes)], diagnostics);
        if (import is null)
            return null;
        var columns = string.Join(", ", import.Series.Take(5).Select(s => $"{s.Instrument} from '{s.Source}'"));
        var more = import.Series.Count > 5 ? $" and {import.Series.Count - 5} more" : "";
        diagnostics.Notice(
            new SourceLocation(file),
            $"read as a vendor's file: {columns}{more}, {import.History.Dates[0]:yyyy-MM-dd} to {import.History.Dates[^1]:yyyy-MM-dd}"
        );
        return import.History;
    }
}
