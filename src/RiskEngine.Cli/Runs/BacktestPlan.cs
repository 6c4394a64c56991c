using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Texts;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Cli.Runs;

/// <summary>What the user asked for on the command line of <c>backtest</c>.</summary>
/// <param name="Prices">The price file, as given.</param>
/// <param name="Portfolios">Portfolio files, as given; empty for every column by itself.</param>
/// <param name="Models">The models.</param>
/// <param name="Settings">Level, window and the like.</param>
/// <param name="Out">The folder that reports go under.</param>
/// <param name="Quiet">Whether only the report's path is printed.</param>
internal sealed record BacktestPlan(
    string Prices,
    IReadOnlyList<string> Portfolios,
    IReadOnlyList<BacktestModel> Models,
    BacktestSettings Settings,
    string Out,
    bool Quiet
) : IBacktestPlan
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> ForManifest() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["from"] = $"{Settings.From:yyyy-MM-dd}",
            ["horizon"] = $"{Settings.Periods}td",
            ["level"] = $"{Settings.Level:R}",
            ["models"] = string.Join(' ', Models),
            ["refit"] = $"{Settings.Refit}",
            ["seed"] = $"{Settings.Seed}",
            ["until"] = $"{Settings.Until:yyyy-MM-dd}",
            ["window"] = $"{Settings.Window}",
        };

    /// <inheritdoc/>
    public string Command()
    {
        List<string> words = ["riskengine", "backtest", Prices];
        foreach (var portfolio in Portfolios)
            words.AddRange(["--portfolio", portfolio]);
        if (Models.Count < Enum.GetValues<BacktestModel>().Length)
        {
            foreach (var model in Models)
                words.AddRange(["--model", BacktestScreen.NameOf(model)]);
        }

        words.AddRange([
            "--window",
            $"{Settings.Window}",
            "--horizon",
            $"{Settings.Periods}td",
            "--level",
            $"{Settings.Level:R}",
            "--refit",
            $"{Settings.Refit}",
            "--seed",
            $"{Settings.Seed}",
        ]);
        if (Settings.From is { } from)
            words.AddRange(["--from", $"{from:yyyy-MM-dd}"]);
        if (Settings.Until is { } until)
            words.AddRange(["--until", $"{until:yyyy-MM-dd}"]);
        return string.Join(' ', words.Select(ShellWord.Quoted));
    }
}
