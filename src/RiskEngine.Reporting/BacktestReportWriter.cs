using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Files;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting;

/// <summary>Writes a backtest's folder: the page, the same in Markdown, the figures and the forecasts as data, and the manifest.</summary>
public static class BacktestReportWriter
{
    /// <summary>
    /// Writes the folder whole, in place of an older one of the same backtest; on failure or cancellation nothing changes.
    /// </summary>
    /// <param name="results">What the backtest found.</param>
    /// <param name="run">What is said about it.</param>
    /// <param name="folder">The folder as it shall be.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task WriteAsync(
        BacktestResults results,
        RunDescription run,
        string folder,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        await ReportFolder.WriteAsync(
            folder,
            "report",
            BacktestReportBuilder.Build(results, run),
            [
                ("results.json", BacktestData.Figures(results, run)),
                ("forecasts.csv", Forecasts(results)),
                ("manifest.json", BacktestManifest.Of(results.EngineVersion, results.Inputs, run)),
            ],
            cancellation
        );
    }

    private static string Forecasts(BacktestResults results)
    {
        var text = new StringBuilder("portfolio,model,date,return,var,es,probability,breach\n");
        foreach (var series in results.Series)
        {
            foreach (var model in series.Models)
            {
                foreach (var p in model.Points)
                {
                    text.Append(CsvText.Cell(series.Name))
                        .Append(',')
                        .Append(BacktestData.NameOf(model.Model))
                        .Append(
                            CultureInfo.InvariantCulture,
                            $",{p.Date:yyyy-MM-dd},{p.Return:R},{p.ValueAtRisk:R},{p.ExpectedShortfall:R},{p.Probability:R},"
                                + $"{(p.IsBreach ? 1 : 0)}\n"
                        );
                }
            }
        }

        return text.ToString();
    }
}
