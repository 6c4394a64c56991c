using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting.Backtests.Fans;

/// <summary>Every name and horizon.</summary>
internal static class FanSeriesSection
{
    public static Section Build(FanBacktestResults results) =>
        new(
            "names",
            new("Every column and portfolio", "各列与各组合"),
            new("By name", "逐项结果"),
            [
                new Table(
                    FanTexts.Columns(new LocalText("Name", "名称")),
                    [.. results.Series.SelectMany(series => series.Scores.Select(score => FanTexts.Row(score, series.Name)))],
                    Filterable: true
                ),
            ]
        );
}
