using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Runs;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Scoring;

/// <summary>Makes the document of a score: portfolios over their fans, predictions that came due, and how to read both.</summary>
public static class ScoreDocument
{
    /// <summary>The document.</summary>
    public static ReportDocument Build(ScoreResults scores, StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(run);
        Section?[] sections = [Portfolios(scores), Predictions(scores), Method()];
        return new ReportDocument(
            Sentence.Plain("{name}: what happened", "{name}：实际结果", ("name", run.Results.Scenario.Name)),
            Sentence.Plain(
                "Run {run} of {asOf}, prices until {until}",
                "运行 {run}，截至 {asOf}，价格至 {until}",
                ("run", run.Manifest.RunId),
                ("asOf", CommonTexts.Date(run.Manifest.AsOf)),
                ("until", CommonTexts.Date(scores.Until))
            ),
            [.. sections.OfType<Section>().Select(s => s with { IsBrief = true })],
            new LocalText(
                "This is no investment advice. One outcome says little about a model; many independent ones do.",
                "本报告不构成投资建议。单次结果说明不了模型好坏，大量独立结果才能说明。"
            )
        );
    }

    private static Section Portfolios(ScoreResults scores)
    {
        List<Block> blocks = [];
        foreach (var score in scores.Portfolios)
        {
            List<Block> said = [];
            if (score.Path.Count > 1)
                said.Add(Chart(score));
            if (score.Horizons.Count > 0)
                said.Add(Horizons(score));
            else
                said.Add(new Paragraph(new LocalText("None of its horizons has come yet.", "尚无期限到期。")));
            blocks.Add(CommonTexts.About(score.Portfolio, [.. said]));
        }

        if (scores.Unscored.Count > 0)
            blocks.AddRange([new Subheading(new("Not scored", "未评分")), new Bullets([.. scores.Unscored.Select(Missing)])]);
        return new Section("portfolios", new("Portfolios as held", "组合（维持现状）"), new("Portfolios", "组合"), blocks);
    }

    private static Prose Missing(UnscoredPortfolio portfolio) =>
        Sentence.Plain(
            "{portfolio}: there is no close near the as-of date or near the end of the prices for {instruments}.",
            "{portfolio}：{instruments} 在起始日或价格末日附近没有收盘价。",
            ("portfolio", portfolio.Portfolio.Name),
            ("instruments", string.Join(", ", portfolio.Missing))
        );

    private static Figure Chart(PortfolioScore score)
    {
        IReadOnlyList<double> happened = [.. score.Path.Select(v => v.Value)];
        var worst = score.Path.Count(v => v.Value < v.Q05 || v.Value > v.Q95);
        return new Figure(
            new FanChart(
                AxisFormat.Percent,
                [.. score.Path.Select(v => v.Date)],
                [
                    new Bands(
                        new("Forecast", "预测"),
                        [.. score.Path.Select(v => v.Q05)],
                        [.. score.Path.Select(v => v.Q25)],
                        [.. score.Path.Select(v => v.Median)],
                        [.. score.Path.Select(v => v.Q75)],
                        [.. score.Path.Select(v => v.Q95)]
                    ),
                    new Bands(new("What happened", "实际"), happened, happened, happened, happened, happened),
                ],
                [.. score.Horizons.Select(h => new NamedDate(h.Horizon.Date, h.Horizon.Name))]
            ),
            Sentence.Plain(
                "{portfolio}: value by today's value, over the bands that hold half and nine tenths of the paths. It ended at {value}; on "
                    + "{outside} of {days} days it lay outside of the wider band ({below} below, {above} above).",
                "{portfolio}：相对当前价值的净值，叠加在包含一半与九成路径的区间上。期末为 {value}；{days} 个日期中有 {outside} 个落在宽区间之外"
                    + "（低于 {below} 个，高于 {above} 个）。",
                ("portfolio", score.Portfolio.Name),
                ("value", FormattedFigure.Rounded(score.Path[^1].Value)),
                ("outside", $"{worst}"),
                ("days", $"{score.Path.Count - 1}"),
                ("below", $"{score.Below}"),
                ("above", $"{score.Above}")
            )
        );
    }

    private static Table Horizons(PortfolioScore score) =>
        new(
            [
                new LocalText("Horizon", "期限"),
                new(new("Profit", "收益"), Numeric: true),
                new(new("Median forecast", "预测中位数"), Numeric: true),
                new(new("Paths below it (PIT)", "低于它的路径（PIT）"), Numeric: true),
                new(new("CRPS, points", "CRPS，百分点"), Numeric: true),
                new(new("VaR 95%", "95% VaR"), Numeric: true),
                new LocalText("Loss beyond VaR", "损失超过 VaR"),
            ],
            [
                .. score.Horizons.Select(h =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(h.Horizon.Name, (Prose)CommonTexts.Date(h.Horizon.Date)),
                            FormattedFigure.Rounded(h.Profit, withPlus: true),
                            FormattedFigure.Rounded(h.Median, withPlus: true),
                            double.IsNaN(h.Transform) ? CommonTexts.NotAvailable : FormattedFigure.Rounded(h.Transform),
                            double.IsNaN(h.Crps) ? CommonTexts.NotAvailable : FormattedFigure.Number(100 * h.Crps, significant: 3),
                            FormattedFigure.Rounded(h.ValueAtRisk),
                            h.IsBreach ? new LocalText("breached", "突破") : new LocalText("no", "否"),
                        ]
                ),
            ]
        );

    private static Section? Predictions(ScoreResults scores)
    {
        if (scores.Predictions.Count == 0 && scores.StillToCome == 0)
            return null;
        var decided = scores.Predictions.Where(p => p.Outcome is not null).ToList();
        List<Block> blocks =
        [
            new Paragraph(
                Sentence.Plain(
                    "{due} came due, {decided} of them decided; {later} still to come.",
                    "{due}到期，其中 {decided} 项已有结果；{later}尚未到期。",
                    ("due", CommonTexts.Count(scores.Predictions.Count, "prediction", "predictions", "项预判")),
                    ("decided", $"{decided.Count}"),
                    ("later", CommonTexts.Count(scores.StillToCome, "prediction is", "predictions are", "项预判"))
                )
            ),
        ];
        if (decided.Count > 0)
        {
            blocks.Add(
                new Paragraph(
                    Sentence.Plain(
                        "Mean Brier score of the run's probabilities: {run}; of an author who is certain: {certain}; of "
                            + "a coin: 0.25. Lower is "
                            + "better.",
                        "运行所给概率的平均 Brier 评分：{run}；作者断言必然：{certain}；抛硬币：0.25。越低越好。",
                        ("run", FormattedFigure.Number(decided.Average(p => p.Brier), significant: 3)),
                        ("certain", FormattedFigure.Number(decided.Average(p => p.CertainBrier), significant: 3))
                    )
                )
            );
        }

        if (scores.Predictions.Count > 0)
            blocks.Add(Table(scores.Predictions));
        return new Section("predictions", new("Predictions", "预判"), new("Predictions", "预判"), blocks);
    }

    private static Table Table(IReadOnlyList<PredictionScore> predictions) =>
        new(
            [
                new Column(new("Prediction", "预判"), Wide: true),
                new LocalText("Due", "到期"),
                new(new("The run's probability", "运行所给概率"), Numeric: true),
                new LocalText("Came true", "是否实现"),
                new(new("Brier", "Brier"), Numeric: true),
            ],
            [
                .. predictions.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(p.Prediction.Name, (Prose)LocalText.Same($"{p.Thesis.Article.Author}, {p.Prediction.Claim}")),
                            CommonTexts.Date(p.Prediction.Date),
                            FormattedFigure.Rounded(p.Probability),
                            p.Outcome switch
                            {
                                true => new LocalText("yes", "是"),
                                false => new LocalText("no", "否"),
                                null => new LocalText("nobody says", "未给出"),
                            },
                            p.Outcome is null ? CommonTexts.NotAvailable : FormattedFigure.Number(p.Brier, significant: 3),
                        ]
                ),
            ]
        );

    private static Section Method() =>
        new(
            "method",
            new("How to read this", "如何阅读"),
            new("How to read this", "如何阅读"),
            [
                new Bullets([
                    new LocalText(
                        "Holdings are unchanged and valued at the last close of the week until each day; cash grows at "
                            + "the scenario's risk-free "
                            + "rate. Prices are taken as given in the scenario's currency and adjusted for splits and dividends.",
                        "持仓不变，按各日之前一周内的最后收盘价估值；现金按情景的无风险利率增长。价格视为以情景货币计价，并已按拆股与分红调整。"
                    ),
                    new LocalText(
                        "PIT is the share of paths that ended below what happened (Dawid 1984): over many independent "
                            + "forecasts of a sound model "
                            + "it is uniform between 0 and 100%. CRPS is the distance of the forecast from what happened "
                            + "in points of today's "
                            + "value (Gneiting and Raftery 2007): 0 is a certain forecast that came true. Brier's score "
                            + "(Brier 1950) is the squared "
                            + "distance of a probability from 1 or 0.",
                        "PIT 为低于实际结果的路径比例（Dawid 1984）：若模型可靠，大量独立预测的 PIT 在 0 与 100% 之间均匀分布。CRPS 为预测与实际的距离，"
                            + "以当前价值的百分点计（Gneiting 与 Raftery 2007），0 表示确定且实现的预测。Brier 评分（Brier 1950）为概率与 1 或 0 之差的平方。"
                    ),
                    new LocalText(
                        "The days of one path depend on each other, and so do horizons of one portfolio: counts of days "
                            + "outside are no test.",
                        "同一路径的各日相互依赖，同一组合的各期限也是：区间外的天数不构成检验。"
                    ),
                ]),
            ]
        );
}
