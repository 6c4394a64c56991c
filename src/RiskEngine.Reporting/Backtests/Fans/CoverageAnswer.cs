using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting.Backtests.Fans;

/// <summary>The answer: did the bands hold what they promised, for all columns together and for each portfolio.</summary>
internal static class CoverageAnswer
{
    private const double Refused = 0.05;

    public static Section Build(FanBacktestResults results)
    {
        var columns = results.Series.Count(s => !s.IsPortfolio);
        var together = Sentence.Plain(
            "All {count} together",
            "全部 {count} 合计",
            ("count", CommonTexts.Count(columns, "column", "columns", "列"))
        );
        List<Block> blocks = [.. Part(together, results.Instruments)];
        foreach (var series in results.Series.Where(s => s.IsPortfolio))
            blocks.AddRange(Part(LocalText.Same(series.Name), series.Scores));
        blocks.Add(Chart(results, together));
        if (results.LeftOut.Count + results.Notices.Count > 0)
        {
            blocks.Add(
                new Bullets([
                    .. results.LeftOut.Select(left =>
                        (Prose)
                            Sentence.Plain(
                                "Left out: {name}: {reason}.",
                                "未检验：{name}：{reason}。",
                                ("name", LocalText.Same(left.Name)),
                                ("reason", left.Reason)
                            )
                    ),
                    .. results.Notices.Select(notice => (Prose)notice),
                ])
            );
        }

        blocks.Add(
            new Paragraph(
                Sentence.Of(
                    "A p-value is how often sound forecasts would look this far off, or further, by chance; below 0.05 it is bold. {link}",
                    "p 值的含义：若预测可靠，纯属偶然出现这么大或更大偏差的概率；低于 0.05 时加粗。{link}",
                    ("link", Prose.Within(new("How to read this report", "阅读说明"), FanMethod.Id))
                )
            )
        );
        return new("answer", new("Did the bands hold?", "区间成立吗？"), new("Answer", "结论"), blocks);
    }

    private static IEnumerable<Block> Part(LocalText name, IReadOnlyList<FanScore> scores)
    {
        if (scores.Count == 0)
            return [];
        var (bands, refused) = (scores.SelectMany(s => s.Bands).ToArray(), scores.SelectMany(s => s.Bands).Count(b => b.PValue < Refused));
        var last = scores[^1];
        var headline = Sentence.Of(
            "{refused} of {bands} bands held more or less than they promised, beyond chance. {horizon} ahead the 90% band held {share} "
                + "of what "
                + "came.",
            "{bands} 个区间中有 {refused} 个的覆盖率偏离承诺，超出偶然范围。期限 {horizon} 时，90% 区间覆盖了 {share} 的实际结果。",
            ("refused", Prose.Strong(LocalText.Same($"{refused}"))),
            ("bands", $"{bands.Length}"),
            ("horizon", CommonTexts.Span(last.Horizon)),
            ("share", Prose.Strong(FormattedFigure.Rounded(last.Bands[^1].Covered)))
        );
        return [new Answer(name, headline, []), FanTexts.Scores(scores)];
    }

    private static Figure Chart(FanBacktestResults results, LocalText together)
    {
        IReadOnlyList<LocalText> bands =
        [
            .. FanBacktestSettings.Levels.Select(level =>
                Sentence.Plain("{level} band", "{level} 区间", ("level", FormattedFigure.Known(level)))
            ),
        ];
        DotRow Row(FanScore score, LocalText name) =>
            new(
                Sentence.Plain("{name}, {horizon}", "{name}，{horizon}", ("name", name), ("horizon", CommonTexts.Span(score.Horizon))),
                [.. score.Bands.Select(b => new Dot(b.Covered, b.Covered, b.Covered))]
            );
        DotRow[] rows =
        [
            .. results.Instruments.Select(s => Row(s, together)),
            .. results.Series.Where(s => s.IsPortfolio).SelectMany(p => p.Scores.Select(s => Row(s, LocalText.Same(p.Name)))),
        ];
        return new Figure(
            new ProbabilitiesChart(AxisFormat.Percent, bands, rows),
            new(
                "Share of outcomes within the bands of 50, 80 and 90%. Bands that hold lie at these shares; to the left they are too "
                    + "narrow, "
                    + "to the right too wide.",
                "落入 50%、80% 与 90% 区间的结果比例。成立的区间正好落在这些比例；偏左表示区间过窄，偏右表示过宽。"
            )
        );
    }
}
