using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What the views do: to portfolios, to the effect of the advice, to predictions; and the same by formula.</summary>
internal static class ViewEffects
{
    private static IEnumerable<ViewedPortfolio> At(ReportContext context, ViewResults views) =>
        views.Portfolios.Where(p => p.Horizon == context.MiddleHorizon);

    private static LocalText Row(ViewedPortfolio p) => CommonTexts.Of(p.Portfolio, p.Variant);

    public static Pairs? Charts(ReportContext context, ViewResults views)
    {
        var rows = At(context, views).ToList();
        if (rows.Count == 0)
            return null;
        Figure Chart(MeasureKind kind, LocalText what)
        {
            var most = rows.MaxBy(p => Math.Abs(p.Posterior[kind].Value - p.Model[kind].Value))!;
            return new(
                new CasesChart(
                    AxisFormat.Percent,
                    [ViewTexts.InModel, ViewTexts.WithViews],
                    [
                        .. rows.Select(p => new DotRow(
                            Row(p),
                            [FormattedFigure.AsDot(p.Model[kind]), FormattedFigure.AsDot(p.Posterior[kind])]
                        )),
                    ]
                ),
                Sentence.Plain(
                    "{what} after {span}, in the model and with the views, with 95% intervals.",
                    "{what}（{span}后，模型与加入观点对照，附 95% 区间）。",
                    ("what", what),
                    ("span", CommonTexts.Span(context.MiddleHorizon.Tenor))
                )
            )
            {
                Title = Sentence.Plain(
                    "{what}: the views move {row} most, from {model} to {views}",
                    "{what}：观点使{row}变化最大，从 {model} 到 {views}",
                    ("what", what),
                    ("row", Row(most)),
                    ("model", FormattedFigure.BriefPercent(most.Model[kind]).Value),
                    ("views", FormattedFigure.BriefPercent(most.Posterior[kind]).Value)
                ),
            };
        }

        return new([Chart(MeasureKinds.Mean, new("Mean profit", "平均收益")), Chart(MeasureKinds.Es95, new("ES 95%", "95% ES"))]);
    }

    public static Table Portfolios(ReportContext context, ViewResults views)
    {
        MeasureKind[] kinds = [MeasureKinds.Mean, MeasureKinds.Var95, MeasureKinds.Es95, MeasureKinds.LossProbability];
        List<Column> columns = [Sentence.Plain("After {span}", "{span}后", ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)))];
        foreach (var kind in kinds)
        {
            var name = kind.Title;
            columns.Add(new(Sentence.Plain("{name}, model", "{name}，模型", ("name", name)), Numeric: true));
            columns.Add(new(Sentence.Plain("{name}, with the views", "{name}，加入观点", ("name", name)), Numeric: true));
        }

        return new(
            columns,
            [
                .. At(context, views)
                    .Select(p =>
                        (IReadOnlyList<Cell>)
                            [
                                Row(p),
                                .. kinds.SelectMany(k =>
                                    new[]
                                    {
                                        FormattedFigure.Measure(k, p.Model[k]).AsCell(),
                                        FormattedFigure.Measure(k, p.Posterior[k]).AsCell(),
                                    }
                                ),
                            ]
                    ),
            ]
        );
    }

    public static Bullets? Effects(ReportContext context, ViewResults views)
    {
        var effects = views.FollowingEffects.Where(e => e.Horizon == context.MiddleHorizon).ToList();
        return effects.Count == 0
            ? null
            : new([
                .. effects.Select(e =>
                    Sentence.Of(
                        "{portfolio}: following all changes the mean profit by {mean} with the views, {modelMean} in the model; ES 95% by "
                            + "{es} against {modelEs}.{turned}",
                        "{portfolio}：遵循全部建议使平均收益改变 {mean}（加入观点），{modelMean}（模型）；95% ES 改变 {es}，对比模型的 {modelEs}。{turned}",
                        ("portfolio", e.Portfolio.Name),
                        ("mean", FormattedFigure.BriefPoints(e.Posterior.Mean).Inline(new(" points", " 个百分点"))),
                        ("modelMean", FormattedFigure.BriefPoints(e.Model.Mean).Inline(new(" points", " 个百分点"))),
                        ("es", FormattedFigure.BriefPoints(e.Posterior.Es95).Inline()),
                        ("modelEs", FormattedFigure.BriefPoints(e.Model.Es95).Inline()),
                        ("turned", Reversed(e))
                    )
                ),
            ]);
    }

    /// <summary>Said where the views turn what the model says of the advice, both beyond sampling error.</summary>
    private static Prose Reversed(ViewedEffect effect)
    {
        static int Sign(Estimate mean) =>
            mean.Low > 0 ? 1
            : mean.High < 0 ? -1
            : 0;
        return (Sign(effect.Model.Mean) * Sign(effect.Posterior.Mean)) switch
        {
            < 0 when effect.Posterior.Mean.Value > 0 => new LocalText(" ", "")
                + Prose.Strong(new("The views turn it: following earns more than holding.", "观点使结论翻转：遵循建议收益更高。")),
            < 0 => new LocalText(" ", "")
                + Prose.Strong(new("The views turn it: following earns less than holding.", "观点使结论翻转：遵循建议收益更低。")),
            _ => Prose.Empty,
        };
    }

    /// <summary>The linear Gaussian case, whose answer is known.</summary>
    public static IEnumerable<Block> Checked(ReportContext context, GaussianCheck gaussian)
    {
        yield return new Paragraph(
            Sentence.Plain(
                "If everything were normally distributed, what views on means do could be written down (Black and Litterman, "
                    + "with Idzorek's confidences). Mean profit after {span} under {list} alone, by that formula and on the paths; "
                    + "both weigh the same paths, so that sampling error is common to all three figures; where they differ, the paths' "
                    + "skewness and tails are at work.",
                "若一切服从正态分布，关于均值的观点有现成公式（Black-Litterman，配以 Idzorek 的信任度）。{span}后、仅采用观点{list}时的平均收益：按公式与按路径。三者取自同一批路径，"
                    + "抽样误差共有；差异来自路径的偏斜与厚尾。",
                ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)),
                (
                    "list",
                    CommonTexts.Join(
                        gaussian.Views.Select(v => Sentence.Plain("'{view}'", "“{view}”", ("view", v.Name))),
                        CommonTexts.Comma
                    )
                )
            )
        );
        yield return new Table(
            [
                new LocalText("Mean profit", "平均收益"),
                new Column(ViewTexts.InModel, Numeric: true),
                new Column(new("By formula", "按公式"), Numeric: true),
                new Column(new("On the paths", "按路径"), Numeric: true),
            ],
            [
                .. gaussian.Portfolios.Select(p =>
                    (IReadOnlyList<Cell>)[CommonTexts.Of(p.Portfolio, p.Variant), Points(p.Model), Points(p.Formula), Points(p.Pooled)]
                ),
            ]
        );

        static LocalText Points(double value) => LocalText.Same(Digits.Write(100 * value, 2, withPlus: true) + "%");
    }

    public static Table Predictions(ReportContext context, ViewResults views) =>
        new(
            [
                new Column(new("Prediction", "预判"), Wide: true),
                new Column(ViewTexts.InModel, Numeric: true),
                new Column(ViewTexts.WithViews, Numeric: true),
            ],
            [
                .. views.Predictions.Select(
                    (p, at) =>
                        (IReadOnlyList<Cell>)
                            [
                                p.Prediction.Name,
                                FormattedFigure.Percent(context.Results.Base.Predictions[at].Probability).AsCell(),
                                FormattedFigure.Percent(p.Probability).AsCell(),
                            ]
                ),
            ]
        );
}
