using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Each dated prediction: what the article states as coming, and how likely the simulated paths make it.</summary>
internal static class PredictionSection
{
    public static Section? Build(ReportContext context)
    {
        var predictions = context.Results.Base.Predictions;
        if (predictions.Count == 0)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                context.Model.Theses.Count == 1
                    ? new LocalText(
                        "The article states these as certain; the engine gives the share of its paths on which they come true.",
                        "文章把下列事项当作必然；引擎给出其实现的路径所占比例。"
                    )
                    : new LocalText(
                        "The articles state these as certain; the engine gives the share of its paths on which they come true.",
                        "各文章把下列事项当作必然；引擎给出其实现的路径所占比例。"
                    )
            ),
            PredictionCalibration.Picture(context, predictions),
            new Fold(new("What each prediction says, and by when", "各项预判的内容与期限"), [Table(context, predictions)]),
        ];
        if (Timing(context) is { } timing)
            blocks.Insert(2, new Fold(new("How the probabilities come about over time", "概率随时间的变化"), [timing]));
        if (context.Results.Cases.Count > 1)
            blocks.Add(new Fold(new("The probabilities in each case", "各情景下的概率"), [ByCase(context, predictions)]));
        return new("predictions", new("Predictions: how likely they are", "预判：有多可能"), new("Predictions", "预判"), blocks)
        {
            Unmoved = [Choice.Case],
        };
    }

    /// <summary>How the probabilities come about over time.</summary>
    private static Figure? Timing(ReportContext context)
    {
        if (context.Results.Attribution is not { PredictionTimings.Count: > 0 } attribution)
            return null;
        return new(
            new TimelineChart(
                AxisFormat.Percent,
                [
                    .. attribution.PredictionTimings.Select(t => new TimelineSeries(
                        t.Prediction.Name,
                        t.Dates,
                        [.. t.Probabilities.Select(p => FormattedFigure.AsDot(p)!)]
                    )),
                ]
            ),
            new LocalText(
                "Share of the paths on which each prediction would be judged true on a given day, up to its own date, with bands of "
                    + "95% confidence.",
                "若在某日判定，各预判成立的路径比例（直到其截止日）；色带为 95% 置信区间。"
            )
        )
        {
            Title = TimingTitle(attribution.PredictionTimings),
        };
    }

    /// <summary>The prediction whose probability moves most between its first day and its own date.</summary>
    private static LocalText TimingTitle(IReadOnlyList<PredictionTiming> timings)
    {
        var most = timings.MaxBy(t => Math.Abs(t.Probabilities[^1].Value - t.Probabilities[0].Value))!;
        return Sentence.Plain(
            "{name} moves most: from {first} to {last} by its date",
            "{name}变化最大：从 {first} 到截止日的 {last}",
            ("name", most.Prediction.Name),
            ("first", FormattedFigure.Rounded(most.Probabilities[0].Value)),
            ("last", FormattedFigure.Rounded(most.Probabilities[^1].Value))
        );
    }

    private static Table Table(ReportContext context, IReadOnlyList<PredictionResult> predictions) =>
        new(
            [
                new LocalText("Prediction", "预判"),
                new Column(new("In the article", "文章出处"), Wide: true),
                new Column(new("Counts as come true when", "判定条件"), Wide: true),
                new Column(new("By", "截止"), Numeric: true),
                new Column(new("The engine gives", "引擎概率"), Numeric: true),
            ],
            [
                .. predictions.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            p.Prediction.Name,
                            context.Quote(p.Prediction.Claim),
                            Condition(context, p),
                            CommonTexts.Date(p.Prediction.Date),
                            FormattedFigure.Percent(p.Probability).AsCell(),
                        ]
                ),
            ]
        );

    private static Cell Condition(ReportContext context, PredictionResult result)
    {
        if (result.Prediction.Condition is not AllCondition all || result.Parts.Count != all.Parts.Count)
            return Describe(context, result.Prediction.Condition);
        var parts = all.Parts.Select(
            (part, i) =>
                Sentence.Plain(
                    "{context}: {parts}",
                    "{context}：{parts}",
                    ("context", Describe(context, part)),
                    ("parts", FormattedFigure.Percent(result.Parts[i]).InText())
                )
        );
        return new(
            Describe(context, all),
            (Prose)(Sentence.Plain("each by itself: {list}", "分别：{list}", ("list", CommonTexts.Join(parts, CommonTexts.Semicolon))))
        );
    }

    private static LocalText Describe(ReportContext context, Condition condition)
    {
        static LocalText Beyond(Side side) => side == Side.Above ? new(" above ", "高于 ") : new(" below ", "低于 ");
        return condition switch
        {
            FactorCondition f => Sentence.Plain(
                "{factor}{side}{context}",
                "{factor}{side}{context}",
                ("factor", context.Name(f.Factor)),
                ("side", Beyond(f.Side)),
                ("context", FactorTexts.Value(context, f.Factor, f.Level))
            ),
            RatioCondition r => Sentence.Plain(
                "{numerator} divided by {denominator}{side}{level}",
                "{numerator}与{denominator}之比{side}{level}",
                ("numerator", context.Name(r.Numerator)),
                ("denominator", context.Name(r.Denominator)),
                ("side", Beyond(r.Side)),
                ("level", FormattedFigure.Number(r.Level))
            ),
            ListingsCondition l => Sentence.Plain(
                "at least {atLeast} listings among {group}",
                "至少 {atLeast} 家上市：{group}",
                ("atLeast", $"{l.AtLeast}"),
                ("group", context.Name(l.Group))
            ),
            AllCondition a => CommonTexts.Join(a.Parts.Select(p => Describe(context, p)), new(" and ", "，且")),
            _ => LocalText.Same(condition.GetType().Name),
        };
    }

    private static Table ByCase(ReportContext context, IReadOnlyList<PredictionResult> predictions) =>
        new(
            [
                new LocalText("Probability by case", "各情景下的概率"),
                .. context.Results.Cases.Select(c => new Column(c.Case.Name, Numeric: true)),
            ],
            [
                .. predictions.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            p.Prediction.Name,
                            .. context.Results.Cases.Select(c =>
                                c.Predictions.FirstOrDefault(o => o.Thesis.Id == p.Thesis.Id && o.Prediction.Id == p.Prediction.Id)
                                    is { } found
                                    ? FormattedFigure.Percent(found.Probability).AsCell()
                                    : Cell.Empty
                            ),
                        ]
                ),
            ]
        );
}
