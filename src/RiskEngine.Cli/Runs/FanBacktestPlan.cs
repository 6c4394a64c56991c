using RiskEngine.Calibration;
using RiskEngine.Calibration.Market;
using RiskEngine.Cli.Texts;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Cli.Runs;

/// <summary>What the user asked for on the command line of <c>backtest --fans</c>.</summary>
/// <param name="Prices">The price file, as given.</param>
/// <param name="Portfolios">Portfolio files, as given.</param>
/// <param name="Calibration">What is estimated at each origin.</param>
/// <param name="Premium">What the market is expected to earn; null for the default.</param>
/// <param name="Settings">Horizons, origins and the like.</param>
/// <param name="Out">The folder that reports go under.</param>
/// <param name="Quiet">Whether only the report's path is printed.</param>
internal sealed record FanBacktestPlan(
    string Prices,
    IReadOnlyList<string> Portfolios,
    CalibrationOptions Calibration,
    EquityPremium? Premium,
    FanBacktestSettings Settings,
    string Out,
    bool Quiet
) : IBacktestPlan
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> ForManifest() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["benchmark"] = Calibration.Benchmark ?? "",
            ["fans"] = string.Join(',', Settings.Horizons),
            ["frequency"] = Word($"{Calibration.Frequency}"),
            ["from"] = $"{Settings.From:yyyy-MM-dd}",
            ["kind"] = Word($"{Calibration.Kind}"),
            ["origins"] = Word($"{Settings.Origins}"),
            ["own"] = Word($"{Calibration.Own}"),
            ["paths"] = $"{Settings.Paths}",
            ["premium"] = Premium is null ? "" : $"{Premium.Rate:R}",
            ["rate"] = $"{Settings.RiskFreeRate:R}",
            ["sector"] = Calibration.Sector ?? "",
            ["seed"] = $"{Settings.Seed}",
            ["shrinkage"] = Word($"{Calibration.Shrinkage}"),
            ["until"] = $"{Settings.Until:yyyy-MM-dd}",
            ["window"] = $"{Settings.Window}",
        };

    /// <inheritdoc/>
    public string Command()
    {
        List<string> words = ["riskengine", "backtest", Prices];
        foreach (var portfolio in Portfolios)
            words.AddRange(["--portfolio", portfolio]);
        foreach (var (name, value) in ForManifest().Where(option => option.Value.Length > 0))
            words.AddRange([$"--{name}", value]);
        return string.Join(' ', words.Select(ShellWord.Quoted));
    }

    /// <summary>StudentT as <c>student-t</c>.</summary>
    private static string Word(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}"));
}
