using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What if certain views hold: the same paths with other probabilities.</summary>
internal static class ViewSection
{
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
                new LocalText(
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
        return new("views", new("Entropy pooling: what if these views hold", "熵池化：如果这些观点成立"), new("Views", "观点"), blocks);
    }

    private static Table Views(ReportContext context, ViewResults views) =>
        new(
            [
                new Column(new("View", "观点"), Wide: true),
                new Column(new("In figures", "以数字表示"), Wide: true),
                new Column(new("Asked for", "要求"), Numeric: true),
                new Column(new("Trusted", "信任度"), Numeric: true),
                new Column(ViewTexts.InModel, Numeric: true),
                new Column(ViewTexts.WithViews, Numeric: true),
            ],
            [
                .. views.Views.Select(v =>
                    (IReadOnlyList<Cell>)
                        [
                            new(v.View.Name, Why(context, v)),
                            ViewTexts.Of(context, v.View),
                            ViewTexts.Target(context, v.View),
                            FormattedFigure.Known(v.View.Confidence),
                            new(
                                ViewTexts.Value(context, v.View, v.Model),
                                ViewTexts.Holds(v.View, v.Model) ? (Prose)new LocalText("holds already", "已成立") : null
                            ),
                            ViewTexts.Value(context, v.View, v.Posterior),
                        ]
                ),
            ]
        );

    /// <summary>Where the claims stand that carry the view, and the reason for its figures.</summary>
    private static Prose? Why(ReportContext context, ViewResult result)
    {
        List<LocalText> parts = [];
        if (result.View.Claims.Count > 0)
            parts.Add(context.Places(result.View.Claims));
        var reason = context.NumbersOf($"views.{result.View.Id}").Select(a => a.Source).OfType<Judgement>().FirstOrDefault();
        if (reason is not null)
            parts.Add(reason.Reason);
        return parts.Count == 0 ? null : (Prose)CommonTexts.Join(parts, new(". ", "。"));
    }

    private static Prose Refused(ReportContext context, ViewRefused refused)
    {
        (string, TextHole)[] bounds =
        [
            ("low", ViewTexts.Value(context, refused.View, refused.Low)),
            ("high", ViewTexts.Value(context, refused.View, refused.High)),
        ];
        return Sentence.Of(
            "{nothing} {view} can't be held. {why}",
            "{nothing}{view}无法成立。{why}",
            ("nothing", Prose.Strong(new("No view was taken up:", "未采用任何观点："))),
            ("view", refused.View.Name),
            (
                "why",
                refused.Alone
                    ? Sentence.Plain(
                        "Whatever the weights of the paths, this figure lies between {low} and {high}.",
                        "无论路径权重如何，该数值只能介于 {low} 与 {high} 之间。",
                        bounds
                    )
                    : Sentence.Plain(
                        "Beside the views before it, and with at least one scenario in a hundred left, this figure can lie between "
                            + "{low} and {high}.",
                        "在先列观点成立、且有效情景不少于百分之一的前提下，该数值只能介于 {low} 与 {high} 之间。",
                        bounds
                    )
            )
        );
    }

    private static IEnumerable<Block> Held(ReportContext context, ViewResults views)
    {
        var left = views.EffectiveScenarios / views.Paths;
        yield return new Paragraph(
            Sentence.Of(
                "How strong they are together: {count} (effective number of scenarios, {left}; relative entropy {entropy}), "
                    + "as much as moving one mean by {deviations} standard deviations. {strength}",
                "合起来有多强：{count}（有效情景数，占 {left}；相对熵 {entropy}），相当于把一个均值移动 {deviations} 个标准差。{strength}",
                (
                    "count",
                    Prose.Strong(
                        Sentence.Plain(
                            "{paths} paths now say as much as {effectiveScenarios} of equal weight",
                            "{paths} 条路径如今只相当于 {effectiveScenarios} 条等权路径",
                            ("paths", $"{views.Paths:N0}"),
                            ("effectiveScenarios", $"{views.EffectiveScenarios:N0}")
                        )
                    )
                ),
                ("left", FormattedFigure.Rounded(left)),
                ("entropy", $"{views.RelativeEntropy:0.###}"),
                ("deviations", $"{Math.Sqrt(2 * views.RelativeEntropy):0.0#}"),
                ("strength", Strength(left))
            )
        );
        if (ViewEffects.Charts(context, views) is { } charts)
            yield return charts;
        yield return ViewEffects.Portfolios(context, views);
        if (ViewEffects.Effects(context, views) is { } effects)
            yield return effects;
        if (views.Predictions.Count > 0)
        {
            yield return new Fold(
                new LocalText("The predictions under these views", "观点成立时各预判的概率"),
                [ViewEffects.Predictions(context, views)]
            );
        }

        if (views.Gaussian is { } gaussian)
        {
            yield return new Fold(
                new LocalText("Checked by formula: the views on means alone", "用公式核对：仅取关于均值的观点"),
                [.. ViewEffects.Checked(context, gaussian)]
            );
        }
    }

    private static LocalText Strength(double left) =>
        left switch
        {
            > Mild => new("These are mild views: the model hardly has to bend.", "这些观点温和，模型几乎无需让步。"),
            > Strong => new("These are firm views that the model can follow.", "这些观点较强，但模型仍能容纳。"),
            _ => new(
                "These are strong views: much of what the model thinks likely is set aside. Read the figures with care.",
                "这些观点很强：模型认为可能的许多情形被舍弃，请谨慎解读。"
            ),
        };
}
