using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting.Backtests.Fans;

/// <summary>The forecasts over time with what came, a picture a portfolio and horizon; the first columns where there is none.</summary>
internal static class FanPictureSection
{
    private const int MostColumns = 3;

    // Places of 5, 25, 50, 75 and 95% among the quantiles of a point.
    private static readonly int[] drawn = [0, 2, 3, 4, 6];

    public static Section Build(FanBacktestResults results)
    {
        var portfolios = results.Series.Where(s => s.IsPortfolio).ToArray();
        var shown = portfolios.Length > 0 ? portfolios : [.. results.Series.Take(MostColumns)];
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "At each date stands the forecast that was made for it, so long before, and what came: half of the outcomes should "
                        + "lie in the "
                        + "dark band, nine tenths in the light one, as often above as below.",
                    "每个日期上是此前相应期限作出的预测与实际结果：应有一半结果落在深色区间、九成落在浅色区间，高于与低于的次数大致相同。"
                )
            ),
        ];
        foreach (var series in shown)
        {
            blocks.Add(
                new Fold(
                    LocalText.Same(series.Name),
                    [new Pairs([.. series.Points.Index().Where(p => p.Item.Count > 1).Select(p => Chart(results, series, p.Index))])]
                )
            );
        }

        return new("fans", new("Forecasts and what came", "预测与实际"), new("Fans", "扇形图"), blocks);
    }

    private static Figure Chart(FanBacktestResults results, FanSeries series, int horizon)
    {
        var points = series.Points[horizon];
        IReadOnlyList<double> Quantile(int at) => [.. points.Select(p => p.Quantiles[drawn[at]])];
        IReadOnlyList<double> came = [.. points.Select(p => p.Profit)];
        var (below, above) = (points.Count(p => p.Transform < 0.05), points.Count(p => p.Transform > 0.95));
        return new Figure(
            new FanChart(
                AxisFormat.Percent,
                [.. points.Select(p => p.Date)],
                [
                    new Bands(new("Forecast", "预测"), Quantile(0), Quantile(1), Quantile(2), Quantile(3), Quantile(4)),
                    new Bands(new("What happened", "实际"), came, came, came, came, came),
                ],
                []
            ),
            Sentence.Plain(
                "{name}, {horizon} ahead: profit that was forecast, and what happened. Of {points} outcomes {below} lay below the 90% "
                    + "band and "
                    + "{above} above.",
                "{name}，期限 {horizon}：预测收益与实际收益。{points} 个结果中有 {below} 个低于 90% 区间，{above} 个高于它。",
                ("name", LocalText.Same(series.Name)),
                ("horizon", CommonTexts.Span(results.Settings.Horizons[horizon])),
                ("points", $"{points.Count}"),
                ("below", $"{below}"),
                ("above", $"{above}")
            )
        );
    }
}
