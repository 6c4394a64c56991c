using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What if certain views hold: the same paths with other probabilities.</summary>
internal static class ViewSection
{
    private static readonly Text inModel = new("Model", "模型");
    private static readonly Text withViews = new("With the views", "加入观点");

    // Of the paths' effective number: nine tenths is a mean moved by 0.46 standard deviations, four tenths by 1.35.
    private const double Mild = 0.9;
    private const double Strong = 0.4;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Views is not { } views)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new Text(
                    "The base case has a judgement of its own. Here each view below is made to hold as far as it is trusted. No path "
                        + "is invented: all stay as simulated, but some count more and others less, "
                        + "changed as little as the views allow (entropy pooling, Meucci 2008). A view trusted by half moves "
                        + "probabilities half way (opinion pooling), so that what comes out lies between the model and what is "
                        + "asked for.",
                    "基准情景自有判断。这里让下列观点按其信任度成立：不新造任何路径，只让一些路径的权重上升、另一些下降，且改动尽可能小（熵池化，Meucci 2008）。信任一半的观点只把概率推动一半（意见合并），故结果介于模型与要求之间。"
                )
            ),
            Views(context, views),
        ];
        if (views.Refused is { } refused)
            blocks.Add(new Paragraph(Refused(context, refused)));
        else
            blocks.AddRange(Held(context, views));
        return new("views", new("What if these views hold", "如果这些观点成立"), new("Views", "观点"), blocks);
    }

    private static Table Views(ReportContext context, ViewResults views) =>
        new(
            [
                new Column(new("View", "观点"), Wide: true),
                new Column(new("In figures", "以数字表示"), Wide: true),
                new Column(new("Asked for", "要求"), Numeric: true),
                new Column(new("Trusted", "信任度"), Numeric: true),
                new Column(inModel, Numeric: true),
                new Column(withViews, Numeric: true),
            ],
            [
                .. views.Views.Select(v =>
                    (IReadOnlyList<Cell>)
                        [
                            new(CommonTexts.Of(v.View.Name), Why(context, v)),
                            ViewTexts.Of(context, v.View),
                            ViewTexts.Target(context, v.View),
                            FormattedFigure.Known(v.View.Confidence),
                            new(
                                ViewTexts.Value(context, v.View, v.Model),
                                ViewTexts.Holds(v.View, v.Model) ? (Prose)new Text("holds already", "已成立") : null
                            ),
                            ViewTexts.Value(context, v.View, v.Posterior),
                        ]
                ),
            ]
        );

    /// <summary>Where the claims stand that carry the view, and the reason for its figures.</summary>
    private static Prose? Why(ReportContext context, ViewResult result)
    {
        List<Text> parts = [];
        if (result.View.Claims.Count > 0)
            parts.Add(context.Places(result.View.Claims));
        var reason = context
            .Scenario.Ledger.Where(a => a.Path.StartsWith($"views.{result.View.Id}.", StringComparison.Ordinal))
            .Select(a => a.Source)
            .OfType<Judgement>()
            .FirstOrDefault();
        if (reason is not null)
            parts.Add(CommonTexts.Of(reason.Reason));
        return parts.Count == 0 ? null : CommonTexts.Join(parts, new(". ", "。"));
    }

    private static Prose Refused(ReportContext context, ViewRefused refused) =>
        Prose.Strong(new Text("No view was taken up: ", "未采用任何观点："))
        + CommonTexts.Of(refused.View.Name)
        + new Text(" can't be held. ", "无法成立。")
        + (
            refused.Alone
                ? new Text("Whatever the weights of the paths, this figure lies between ", "无论路径权重如何，该数值只能介于 ")
                : new Text(
                    "Beside the views before it, and with at least one scenario in a hundred left, this figure can lie between ",
                    "在先列观点成立、且有效情景不少于百分之一的前提下，该数值只能介于 "
                )
        )
        + ViewTexts.Value(context, refused.View, refused.Low)
        + new Text(" and ", " 与 ")
        + ViewTexts.Value(context, refused.View, refused.High)
        + new Text(".", " 之间。");

    private static IEnumerable<Block> Held(ReportContext context, ViewResults views)
    {
        var left = views.EffectiveScenarios / views.Paths;
        yield return new Paragraph(
            new Text("How strong they are together: ", "合起来有多强：")
                + Prose.Strong(
                    new Text(
                        $"{views.Paths:N0} paths now say as much as {views.EffectiveScenarios:N0} of equal weight",
                        $"{views.Paths:N0} 条路径如今只相当于 {views.EffectiveScenarios:N0} 条等权路径"
                    )
                )
                + new Text(" (effective number of scenarios, ", "（有效情景数，占 ")
                + FormattedFigure.Rounded(left)
                + new Text(
                    $"; relative entropy {views.RelativeEntropy:0.###}), as much as moving one mean by "
                        + $"{Math.Sqrt(2 * views.RelativeEntropy):0.0#} standard deviations. ",
                    $"；相对熵 {views.RelativeEntropy:0.###}），相当于把一个均值移动 {Math.Sqrt(2 * views.RelativeEntropy):0.0#} 个标准差。"
                )
                + Strength(left)
        );
        if (Charts(context, views) is { } charts)
            yield return charts;
        yield return Portfolios(context, views);
        if (Effects(context, views) is { } effects)
            yield return effects;
        if (views.Predictions.Count > 0)
            yield return new Fold(new Text("The predictions under these views", "观点成立时各预判的概率"), [Predictions(context, views)]);
        if (views.Gaussian is { } gaussian)
            yield return new Fold(
                new Text("Checked by formula: the views on means alone", "用公式核对：仅取关于均值的观点"),
                [.. Checked(context, gaussian)]
            );
    }

    private static Text Strength(double left) =>
        left switch
        {
            > Mild => new("These are mild views: the model hardly has to bend.", "这些观点温和，模型几乎无需让步。"),
            > Strong => new("These are firm views that the model can follow.", "这些观点较强，但模型仍能容纳。"),
            _ => new(
                "These are strong views: much of what the model thinks likely is set aside. Read the figures with care.",
                "这些观点很强：模型认为可能的许多情形被舍弃，请谨慎解读。"
            ),
        };

    private static IEnumerable<ViewedPortfolio> At(ReportContext context, ViewResults views) =>
        views.Portfolios.Where(p => p.Horizon == context.MiddleHorizon);

    private static Text Row(ViewedPortfolio p) =>
        CommonTexts.Of(p.Portfolio.Name)
        + CommonTexts.Aside
        + (p.Variant.Kind == VariantKind.AsHeld ? CommonTexts.Held : CommonTexts.Following);

    private static Pairs? Charts(ReportContext context, ViewResults views)
    {
        var rows = At(context, views).ToList();
        if (rows.Count == 0)
            return null;
        Figure Chart(MeasureKind kind, Text what) =>
            new(
                new CasesChart(
                    AxisFormat.Percent,
                    [inModel, withViews],
                    [
                        .. rows.Select(p => new DotRow(
                            Row(p),
                            [FormattedFigure.AsDot(p.Model[kind]), FormattedFigure.AsDot(p.Posterior[kind])]
                        )),
                    ]
                ),
                what
                    + new Text(" after ", "（")
                    + CommonTexts.Span(context.MiddleHorizon.Tenor)
                    + new Text(", in the model and with the views, with 95% intervals.", "后，模型与加入观点对照，附 95% 区间）。")
            );
        return new([Chart(MeasureKinds.Mean, new("Mean profit", "平均收益")), Chart(MeasureKinds.Es95, new("ES 95%", "95% ES"))]);
    }

    private static Table Portfolios(ReportContext context, ViewResults views)
    {
        MeasureKind[] kinds = [MeasureKinds.Mean, MeasureKinds.Var95, MeasureKinds.Es95, MeasureKinds.LossProbability];
        List<Column> columns = [new Text("After ", "") + CommonTexts.Span(context.MiddleHorizon.Tenor) + new Text("", "后")];
        foreach (var kind in kinds)
        {
            var name = new Text(char.ToUpperInvariant(kind.EnglishName[0]) + kind.EnglishName[1..], kind.ChineseName);
            columns.Add(new(name + CommonTexts.Aside + new Text("model", inModel.Chinese), Numeric: true));
            columns.Add(new(name + CommonTexts.Aside + new Text("with the views", withViews.Chinese), Numeric: true));
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

    private static Bullets? Effects(ReportContext context, ViewResults views)
    {
        var effects = views.FollowingEffects.Where(e => e.Horizon == context.MiddleHorizon).ToList();
        return effects.Count == 0
            ? null
            : new([
                .. effects.Select(e =>
                    CommonTexts.Of(e.Portfolio.Name)
                    + new Text(": following all changes the mean profit by ", "：遵循全部建议使平均收益改变 ")
                    + FormattedFigure.BriefPoints(e.Posterior.Mean).Inline(new(" points", " 个百分点"))
                    + new Text(" with the views, ", "（加入观点），")
                    + FormattedFigure.BriefPoints(e.Model.Mean).Inline(new(" points", " 个百分点"))
                    + new Text(" in the model; ES 95% by ", "（模型）；95% ES 改变 ")
                    + FormattedFigure.BriefPoints(e.Posterior.Es95).Inline()
                    + new Text(" against ", "，对比模型的 ")
                    + FormattedFigure.BriefPoints(e.Model.Es95).Inline()
                    + new Text(".", "。")
                    + Reversed(e)
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
            < 0 when effect.Posterior.Mean.Value > 0 => new Text(" ", "")
                + Prose.Strong(new("The views turn it: following earns more than holding.", "观点使结论翻转：遵循建议收益更高。")),
            < 0 => new Text(" ", "")
                + Prose.Strong(new("The views turn it: following earns less than holding.", "观点使结论翻转：遵循建议收益更低。")),
            _ => Prose.Empty,
        };
    }

    /// <summary>The linear Gaussian case, whose answer is known.</summary>
    private static IEnumerable<Block> Checked(ReportContext context, GaussianCheck gaussian)
    {
        yield return new Paragraph(
            new Text(
                "If everything were normally distributed, what views on means do could be written down (Black and Litterman, with "
                    + "Idzorek's confidences). Mean profit after ",
                "若一切服从正态分布，关于均值的观点有现成公式（Black-Litterman，配以 Idzorek 的信任度）。"
            )
                + CommonTexts.Span(context.MiddleHorizon.Tenor)
                + new Text(" under ", "后、仅采用观点")
                + CommonTexts.Join(
                    gaussian.Views.Select(v => new Text($"'{CommonTexts.Of(v.Name).English}'", $"“{CommonTexts.Of(v.Name).Chinese}”")),
                    CommonTexts.Comma
                )
                + new Text(
                    " alone, by that formula and on the paths; both weigh the same paths, so that sampling error is common to all "
                        + "three figures; where they differ, the paths' skewness and tails are at work.",
                    "时的平均收益：按公式与按路径。三者取自同一批路径，抽样误差共有；差异来自路径的偏斜与厚尾。"
                )
        );
        yield return new Table(
            [
                new Text("Mean profit", "平均收益"),
                new Column(inModel, Numeric: true),
                new Column(new("By formula", "按公式"), Numeric: true),
                new Column(new("On the paths", "按路径"), Numeric: true),
            ],
            [
                .. gaussian.Portfolios.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            CommonTexts.Of(p.Portfolio.Name)
                                + CommonTexts.Aside
                                + (p.Variant.Kind == VariantKind.AsHeld ? CommonTexts.Held : CommonTexts.Following),
                            Points(p.Model),
                            Points(p.Formula),
                            Points(p.Pooled),
                        ]
                ),
            ]
        );

        static Text Points(double value) => Text.Same(Digits.Write(100 * value, 2, withPlus: true) + "%");
    }

    private static Table Predictions(ReportContext context, ViewResults views) =>
        new(
            [new Column(new("Prediction", "预判"), Wide: true), new Column(inModel, Numeric: true), new Column(withViews, Numeric: true)],
            [
                .. views.Predictions.Select(
                    (p, at) =>
                        (IReadOnlyList<Cell>)
                            [
                                CommonTexts.Of(p.Prediction.Name),
                                FormattedFigure.Percent(context.Results.Base.Predictions[at].Probability).AsCell(),
                                FormattedFigure.Percent(p.Probability).AsCell(),
                            ]
                ),
            ]
        );
}
