using RiskEngine.Abstractions.Identity;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Backtesting.Fans;

/// <summary>What is to be known of the forecasts beside their scores.</summary>
internal static class FanNotices
{
    private const int MostNamed = 20;

    /// <summary>Names that are forecast at some origins only.</summary>
    public static IReadOnlyList<LocalText> Of(
        IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<FanPoint>> Points)> series,
        IReadOnlyList<DateOnly> origins
    )
    {
        var late = series
            .Select(s => (s.Name, First: s.Points.SelectMany(p => p).Min(p => p.Origin)))
            .Where(s => s.First > origins[0])
            .ToArray();
        var named = late.Take(MostNamed).Select(s => $"{s.Name} {s.First:yyyy-MM-dd}").ToArray();
        if (late.Length == 0)
            return [];
        var more = late.Length - named.Length;
        return
        [
            new(
                $"Forecast from a later date on, with two years of returns before it: {string.Join(", ", named)}"
                    + (more > 0 ? $" and {more} more." : "."),
                $"以下从较晚日期起才有预测（此前需有两年收益）：{string.Join("、", named)}" + (more > 0 ? $"，另有 {more} 个。" : "。")
            ),
        ];
    }
}
