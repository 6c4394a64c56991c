using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Files;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting;

/// <summary>Writes the folder of a backtest of fans: the page, the same in Markdown, figures and forecasts as data, the manifest.</summary>
public static class FanBacktestReportWriter
{
    /// <summary>
    /// Writes the folder whole, in place of an older one of the same backtest; on failure or cancellation nothing changes.
    /// </summary>
    /// <param name="results">What the backtest found.</param>
    /// <param name="run">What is said about it.</param>
    /// <param name="folder">The folder as it shall be.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task WriteAsync(
        FanBacktestResults results,
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
            FanBacktestReportBuilder.Build(results, run),
            [
                ("results.json", FanBacktestData.Figures(results, run)),
                ("forecasts.csv", Forecasts(results)),
                ("manifest.json", BacktestManifest.Of(results.EngineVersion, results.Inputs, run)),
            ],
            cancellation
        );
    }

    private static string Forecasts(FanBacktestResults results)
    {
        var text = new StringBuilder("name,origin,horizon,date,profit,q05,q10,q25,q50,q75,q90,q95,pit,crps,crps_walk,crps_historical\n");
        foreach (var series in results.Series)
        {
            foreach (var (h, points) in series.Points.Index())
            {
                foreach (var p in points)
                {
                    text.Append(CsvText.Cell(series.Name))
                        .Append(
                            CultureInfo.InvariantCulture,
                            $",{p.Origin:yyyy-MM-dd},{results.Settings.Horizons[h]},{p.Date:yyyy-MM-dd},{p.Profit:R},"
                        )
                        .AppendJoin(',', p.Quantiles.Select(q => q.ToString("R", CultureInfo.InvariantCulture)))
                        .Append(CultureInfo.InvariantCulture, $",{p.Transform:R},{p.Crps:R},{p.RandomWalkCrps:R},")
                        .Append(double.IsNaN(p.HistoricalCrps) ? "" : p.HistoricalCrps.ToString("R", CultureInfo.InvariantCulture))
                        .Append('\n');
                }
            }
        }

        return text.ToString();
    }
}
