using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Csv;

/// <summary>Checks the positions of a broker's file against the instruments and the currency that they are for.</summary>
internal static class ForeignRows
{
    /// <summary>The rows, or null after errors. An instrument is known by its id or by one of its other names, letter case aside.</summary>
    public static IReadOnlyList<PortfolioRow>? Of(
        IReadOnlyList<ForeignPosition> positions,
        IdSet instruments,
        string? currency,
        DiagnosticBag diagnostics,
        string whoseCurrency = PortfolioCsv.ScenarioCurrency
    )
    {
        var (rows, isGood) = (new List<PortfolioRow>(), true);
        foreach (var position in positions)
        {
            var names = position.OtherNames.Prepend(position.Instrument).Select(n => n.ToLowerInvariant());
            var id = names.FirstOrDefault(instruments.Contains) ?? position.Instrument;
            isGood &= instruments.Check(id, "instrument", position.Location, diagnostics);
            if (currency is not null && position.Currency != currency)
            {
                diagnostics.Error(position.Location, PortfolioCsv.OtherCurrency(currency, whoseCurrency, $"'{position.Currency}'"));
                isGood = false;
            }

            if (rows.Find(r => r.Instrument == id) is { } first)
            {
                diagnostics.Error(
                    position.Location,
                    $"duplicate instrument '{id}' (first at line {first.Location.Line}): two securities of the file are one of the scenario"
                );
                isGood = false;
            }

            rows.Add(new PortfolioRow(id, position.Quantity, position.Price, position.Name, position.Location));
        }

        return isGood ? rows : null;
    }
}
