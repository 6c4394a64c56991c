using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Backtests;

/// <summary>The answer: which models' limits held, in a sentence and a table a portfolio.</summary>
internal static class BacktestAnswer
{
    public static Section Build(BacktestResults results)
    {
        var settings = results.Settings;
        List<Block> blocks = [];
        foreach (var series in results.Series)
        {
            blocks.Add(new Answer(LocalText.Same(series.Name), Headline(series, settings), Points(series, settings)));
            blocks.Add(Summary(series, settings));
        }

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
                    "Read the p-values as: how often a right model would look this bad, or worse, by chance. Below 0.05 (bold) the "
                        + "model is refused. {link}",
                    "p 值的含义：若模型正确，纯属偶然出现这么差或更差结果的概率。低于 0.05（加粗）即拒绝该模型。{link}",
                    ("link", Prose.Within(new("How to read this report", "阅读说明"), BacktestMethod.Id))
                )
            )
        );
        return new("answer", new("Did the limits hold?", "限额守住了吗？"), new("Answer", "结论"), blocks);
    }

    private static Prose Headline(BacktestSeries series, BacktestSettings settings)
    {
        var best = BacktestTexts.Best(series);
        var (level, expected) = (BacktestTexts.Level(settings), Digits.Write(best.ExpectedBreaches, 0));
        var held = series.Models.Where(BacktestTexts.IsCovered).ToList();
        var times = CommonTexts.Count(best.Breaches, "time", "times", "次");
        var forecasts = BacktestTexts.Forecasts(best.Points.Count, settings);
        if (held.Count == 0)
        {
            var closest = Sentence.Plain(
                "No model's {level} limit held in all respects. Closest comes {model}, broken {times} in {forecasts} where "
                    + "{expected} are expected",
                "没有一个模型完全守住 {level} 限额。最接近的是{model}：被突破 {times}，共 {forecasts}，预期 {expected} 次",
                ("level", level),
                ("model", BacktestTexts.Name(best.Model)),
                ("times", times),
                ("forecasts", forecasts),
                ("expected", expected)
            );
            return best.KupiecPof.IsRefused
                ? Sentence.Plain("{closest}.", "{closest}。", ("closest", closest))
                : Sentence.Plain(
                    "{closest}: often enough, but in clusters, one breach soon after another.",
                    "{closest}：次数正确，但成串出现，一次突破之后很快再次突破。",
                    ("closest", closest)
                );
        }

        return Sentence.Plain(
            "The {level} limit held under {list}: with {model} it was broken {times} in {forecasts} where {expected} are " + "expected.",
            "{level} 限额在以下模型下守住：{list}。其中 {model} 被突破 {times}，共 {forecasts}，预期 {expected} 次。",
            ("level", level),
            ("list", CommonTexts.Join(held.Select(m => BacktestTexts.Name(m.Model)), CommonTexts.Comma)),
            ("model", BacktestTexts.Name(best.Model)),
            ("times", times),
            ("forecasts", forecasts),
            ("expected", expected)
        );
    }

    private static List<Prose> Points(BacktestSeries series, BacktestSettings settings)
    {
        List<Prose> points = [];
        foreach (var (verdict, models) in series.Models.GroupBy(BacktestTexts.Verdict).Select(g => (g.Key, g.ToList())))
        {
            points.Add(
                Sentence.Of(
                    "{list}: {verdict}.",
                    "{list}：{verdict}。",
                    ("list", Prose.Strong(CommonTexts.Join(models.Select(m => BacktestTexts.Name(m.Model)), CommonTexts.Comma))),
                    ("verdict", verdict)
                )
            );
        }

        var (fewest, most) = series.Models[0].Accepted;
        points.Add(
            Sentence.Plain(
                "A right model has {fewest} to {most} breaches in so many forecasts; fewer or more and Kupiec's test refuses it.",
                "在这么多次预测中，正确的模型应有 {fewest} 至 {most} 次突破；更少或更多，Kupiec 检验即拒绝。",
                ("fewest", $"{fewest:N0}"),
                ("most", $"{most:N0}")
            )
        );
        if (series.Models[0].ExpectedBreaches < 10)
        {
            points.Add(
                Sentence.Plain(
                    "Only {expectedBreaches} breaches are expected in so few forecasts: the tests can tell a very bad model from a "
                        + "right one, and little else.",
                    "预测次数太少，预期突破仅 {expectedBreaches} 次：检验只能识别很差的模型。",
                    ("expectedBreaches", Digits.Write(series.Models[0].ExpectedBreaches, 1))
                )
            );
        }

        var inTail = settings.Tail * settings.Window;
        if (inTail < 10 && series.Models.Any(m => m.Model is BacktestModel.Historical or BacktestModel.FilteredHistorical))
        {
            points.Add(
                Sentence.Plain(
                    "The historical models have only {inTail} outcomes in the tail of a window of {window} days and know of no loss "
                        + "worse than the worst of them: their expected shortfall comes out low. A longer window (--window) helps.",
                    "窗口 {window} 天的尾部只有 {inTail} 个结果，历史类模型不知道比其中最差者更差的亏损：其 ES 偏低。加长窗口（--window）会有改善。",
                    ("inTail", Digits.Write(inTail, 0)),
                    ("window", $"{settings.Window:N0}")
                )
            );
        }

        if (settings.Periods > 1)
        {
            points.Add(
                new LocalText(
                    "The periods do not overlap: each day counts once, as the tests demand.",
                    "各区间互不重叠：每一天只计一次，符合检验要求。"
                )
            );
        }

        return points;
    }

    private static Table Summary(BacktestSeries series, BacktestSettings settings)
    {
        var recent = series.Models[0].RecentLight.Days;
        return new(
            [
                new LocalText("Model", "模型"),
                new Column(new("Breaches", "突破次数"), Numeric: true),
                new Column(new("Number right? (Kupiec, p)", "次数是否正确（Kupiec，p 值）"), Numeric: true),
                new Column(new("Number and clusters (Christoffersen, p)", "次数与聚集（Christoffersen，p 值）"), Numeric: true),
                new Column(new("Size of losses (ES, Z2, p)", "亏损大小（ES，Z2，p 值）"), Numeric: true),
                new(Sentence.Plain("Basel zone, last {recent}", "巴塞尔区（最近 {recent} 次）", ("recent", $"{recent}"))),
                new Column(new("Verdict", "判断"), Wide: true),
            ],
            [
                .. series.Models.Select(model =>
                    (IReadOnlyList<Cell>)
                        [
                            BacktestTexts.Name(model.Model),
                            new Cell(
                                LocalText.Same(model.Breaches.ToString("N0")),
                                (Prose)(
                                    Sentence.Plain(
                                        "{breaches} of forecasts",
                                        "{breaches} 的预测",
                                        ("breaches", FormattedFigure.Known((double)model.Breaches / model.Points.Count))
                                    )
                                )
                            ),
                            BacktestTexts.PCell(model.KupiecPof),
                            BacktestTexts.PCell(model.ConditionalCoverage),
                            BacktestTexts.PCell(model.ShortfallZ2),
                            new Cell(
                                BacktestTexts.Zone(model.RecentLight),
                                (Prose)CommonTexts.Count(model.RecentLight.Breaches, "breach", "breaches", "次突破")
                            ),
                            BacktestTexts.VerdictWithP(model),
                        ]
                ),
            ]
        );
    }
}
