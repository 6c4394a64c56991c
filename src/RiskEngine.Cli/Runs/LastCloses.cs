using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Identifiers;

namespace RiskEngine.Cli.Runs;

/// <summary>The last closes of a price file, under every name by which a portfolio may ask for them.</summary>
internal static class LastCloses
{
    /// <summary>Instrument -> its last close; null after errors.</summary>
    public static IReadOnlyDictionary<string, double>? Read(string file, CommandEnvironment environment, DiagnosticBag found) =>
        PriceFile.Read(file, environment, found) is { } prices ? Of(prices, Importers.Securities()) : null;

    /// <summary>Instrument -> its last close.</summary>
    public static IReadOnlyDictionary<string, double> Of(PriceFile prices, SecurityList securities)
    {
        var closes = new Dictionary<string, double>(StringComparer.Ordinal);
        var ids = new InstrumentIds(securities);
        foreach (var instrument in prices.History.Instruments)
        {
            var last = prices.History.PricesOf(instrument).ToArray().LastOrDefault(double.IsFinite);
            if (last > 0)
                closes.TryAdd(ids.Of(instrument), last);
        }

        return closes;
    }
}
