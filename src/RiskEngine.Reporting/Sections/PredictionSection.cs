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
                context.TheArticles
                    + (context.Model.Theses.Count == 1 ? new Text(" states", "") : new Text(" state", ""))
                    + new Text(
                        " these as certain; the engine gives the share of its paths on which they come true.",
                        "把下列事项当作必然；引擎给出其实现的路径所占比例。"
                    )
            ),
            new Figure(
                new ProbabilitiesChart(
                    AxisFormat.Percent,
                    [new("The engine's probability", "引擎给出的概率")],
                    [.. predictions.Select(p => new DotRow(CommonTexts.Of(p.Prediction.Name), [FormattedFigure.AsDot(p.Probability)]))]
                ),
                new Text("Probability of each prediction ", "")
                    + context.InTheCase
                    + new Text(", with 95% intervals.", "各预判的概率，附 95% 区间。")
            ),
            Table(context, predictions),
        ];
        if (Timing(context) is { } timing)
            blocks.Insert(2, timing);
        if (context.Results.Cases.Count > 1)
            blocks.Add(new Fold(new("The probabilities in each case", "各情景下的概率"), [ByCase(context, predictions)]));
        return new("predictions", new("How likely the predictions are", "预判有多可能"), new("Predictions", "预判"), blocks);
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
                        CommonTexts.Of(t.Prediction.Name),
                        t.Dates,
                        [.. t.Probabilities.Select(p => FormattedFigure.AsDot(p)!)]
                    )),
                ]
            ),
            new Text(
                "Share of the paths on which each prediction would be judged true on a given day, up to its own date, with bands of "
                    + "95% confidence.",
                "若在某日判定，各预判成立的路径比例（直到其截止日）；色带为 95% 置信区间。"
            )
        );
    }

    private static Table Table(ReportContext context, IReadOnlyList<PredictionResult> predictions) =>
        new(
            [
                new Text("Prediction", "预判"),
                new Column(new("In the article", "文章出处"), Wide: true),
                new Column(new("Counts as come true when", "判定条件"), Wide: true),
                new Column(new("By", "截止"), Numeric: true),
                new Column(new("The engine gives", "引擎概率"), Numeric: true),
            ],
            [
                .. predictions.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            CommonTexts.Of(p.Prediction.Name),
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
            return Say(context, result.Prediction.Condition);
        var parts = all.Parts.Select(
            (part, i) => Say(context, part) + new Text(": ", "：") + FormattedFigure.Percent(result.Parts[i]).InText()
        );
        return new(Say(context, all), (Prose)(new Text("each by itself: ", "分别：") + CommonTexts.Join(parts, CommonTexts.Semicolon)));
    }

    private static Text Say(ReportContext context, Condition condition)
    {
        static Text Beyond(Side side) => side == Side.Above ? new(" above ", "高于 ") : new(" below ", "低于 ");
        return condition switch
        {
            FactorCondition f => context.Name(f.Factor) + Beyond(f.Side) + FactorTexts.Value(context, f.Factor, f.Level),
            RatioCondition r => context.Name(r.Numerator)
                + new Text(" divided by ", "与")
                + context.Name(r.Denominator)
                + new Text("", "之比")
                + Beyond(r.Side)
                + FormattedFigure.Number(r.Level),
            ListingsCondition l => new Text($"at least {l.AtLeast} listings among ", $"至少 {l.AtLeast} 家上市：") + context.Name(l.Group),
            AllCondition a => CommonTexts.Join(a.Parts.Select(p => Say(context, p)), new(" and ", "，且")),
            _ => Text.Same(condition.GetType().Name),
        };
    }

    private static Table ByCase(ReportContext context, IReadOnlyList<PredictionResult> predictions) =>
        new(
            [
                new Text("Probability by case", "各情景下的概率"),
                .. context.Results.Cases.Select(c => new Column(CommonTexts.Of(c.Case.Name), Numeric: true)),
            ],
            [
                .. predictions.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            CommonTexts.Of(p.Prediction.Name),
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
