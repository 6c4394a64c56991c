using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>How sure the headline figures are: sampling, estimation, judgement and reading side by side.</summary>
internal static class TotalUncertaintySection
{
    public const string Id = "how-sure";

    public static LocalText Title { get; } = new("How sure the headline figures are", "主要数字有多可靠");

    public static Section? Build(ReportContext context)
    {
        if (context.Results.TotalUncertainty is not { } total)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                Sentence.Plain(
                    "The interval beside a figure says how far the number of paths leaves it open. Numbers of the scenario are uncertain "
                        + "too: estimates by their standard errors, judgements by the ranges they state (those without one by {spread} "
                        + "to both sides), and advice whose words can be read in more than one way by how likely each reading is. "
                        + "Each kind "
                        + "was drawn {draws} times (readings, where they are fewer, each run once), {horizon} ahead in the base case, and "
                        + "simulated anew; below stands half of the 95% interval that it makes, and its part of the whole variance.",
                    "数字旁的区间只反映路径数量有限。情景中的数字本身也不确定：估计值按其标准误，判断按其给出的范围（未给出者上下各 {spread}），"
                        + "可作多种理解的建议按各种理解的可能性。每一类各抽取 {draws} 次（理解的组合较少时逐一运行），在基准情景、期限 {horizon} 下重新模拟；下表为各类单独形成的 95% 区间半宽及其占总方差的比例。",
                    ("spread", FormattedFigure.Known(total.JudgementSpread)),
                    ("draws", $"{total.Draws}"),
                    ("horizon", CommonTexts.Span(total.Horizon.Tenor))
                )
            ),
            Table(total),
        ];
        if (total.Refused + total.Held.Count > 0)
        {
            blocks.Add(
                new Paragraph(
                    Sentence.Plain(
                        "Draws that were not possible together and left out: {refused}. Numbers that stayed at their values where a draw "
                            + "left their range or did not fit the item's other numbers: {held}.",
                        "因组合不成立而略去的抽取：{refused} 次；抽取值超出允许范围或与同项其他数字不符时保持原值的数字：{held} 个。",
                        ("refused", $"{total.Refused}"),
                        ("held", $"{total.Held.Count}")
                    )
                )
            );
        }

        var exact = context.Results.Scenario.Ledger.Count(a => a.Source is Calibrated { StandardError: null });
        if (exact > 0)
        {
            blocks.Add(
                new Paragraph(
                    Sentence.Plain(
                        "Calibrated numbers that state no standard error were taken as exact: {exact}. The estimation part is too small by "
                            + "theirs.",
                        "未给出标准误的校准数字按精确值处理：{exact} 个；估计部分因此偏小。",
                        ("exact", $"{exact}")
                    )
                )
            );
        }

        blocks.Add(
            new Paragraph(
                new LocalText(
                    "All numbers are drawn as if independent. The variances are themselves estimates from so few draws: read them to one "
                        + "digit. What no number of the scenario says, a wrong form of the model, is not among them.",
                    "所有数字按相互独立抽取。由有限次抽取估计的方差只宜读到一位数字。模型形式本身是否有误不在其中。"
                )
            )
        );
        return new(Id, Title, new("How sure", "有多可靠"), blocks);
    }

    /// <summary>How far all kinds of uncertainty leave a portfolio's mean and expected shortfall open; null where not asked for.</summary>
    public static Prose? HowSure(ReportContext context, PortfolioResult portfolio)
    {
        var kind = portfolio.IsChanged() ? VariantKind.FollowingAll : VariantKind.AsHeld;
        var figures = context.Results.TotalUncertainty?.Figures.Where(f =>
            f.Portfolio.Id == portfolio.Portfolio.Id && f.Variant.Kind == kind && f.Figure.IsAvailable
        );
        var mean = figures?.FirstOrDefault(f => f.Measure == MeasureKinds.Mean);
        var es95 = figures?.FirstOrDefault(f => f.Measure == MeasureKinds.Es95);
        if (mean is null || es95 is null)
            return null;
        var most = es95.Shares.MaxBy(s => s.HalfWidth)!;
        return Sentence.Of(
            "{question}{variant}, with all that is uncertain, the mean profit is {mean} ±{m} points and ES 95% {es95} ±{e} points (95%). "
                + "Of the latter's variance {share} comes from {kind}; other random numbers alone would move it by ±{sampling} "
                + "({section}).",
            "{question}{variant}，计入全部不确定性，平均收益为 {mean} ±{m} 个百分点，95% ES 为 {es95} ±{e} 个百分点（95% 区间）。"
                + "后者的方差有 {share} 来自{kind}；仅换随机数时变动 ±{sampling}（{section}）。",
            ("question", AnswerPoints.Question("How sure: ", "有多大把握：")),
            ("mean", FormattedFigure.BriefPercent(mean.Figure, withPlus: true).Value),
            ("variant", kind == VariantKind.AsHeld ? new LocalText("as held", "维持现状") : new LocalText("following all", "遵循全部建议")),
            ("m", Points(mean.HalfWidth)),
            ("es95", FormattedFigure.Rounded(es95.Figure.Value)),
            ("e", Points(es95.HalfWidth)),
            ("kind", InWords(most.Kind)),
            ("share", FormattedFigure.Rounded(es95.ShareOf(most.Kind))),
            ("sampling", Points(es95.Shares.First(s => s.Kind == UncertaintyKind.Sampling).HalfWidth)),
            ("section", Prose.Within(Title, Id))
        );
    }

    private static LocalText Points(double fraction) => LocalText.Same(Digits.Write(100 * fraction, 1));

    private static LocalText InWords(UncertaintyKind kind) =>
        kind switch
        {
            UncertaintyKind.Sampling => new("random numbers", "抽样"),
            UncertaintyKind.Estimation => new("estimated numbers", "估计的数字"),
            UncertaintyKind.Judgement => new("judged numbers", "判断的数字"),
            _ => new("words that can be read in more than one way", "可作多种理解的措辞"),
        };

    private static Table Table(TotalUncertaintyResults total) =>
        new(
            [
                new LocalText("Portfolio", "组合"),
                new LocalText("Measure", "指标"),
                new Column(new("Figure", "数字"), Numeric: true),
                new Column(new("All together, ±", "合计，±"), Numeric: true),
                .. total.Figures[0].Shares.Select(share => new Column(Name(share), Numeric: true)),
            ],
            [
                .. total.Figures.Select(f =>
                    (IReadOnlyList<Cell>)
                        [
                            CommonTexts.Of(f.Portfolio, f.Variant),
                            f.Measure.Name,
                            FormattedFigure.Rounded(f.Figure.Value),
                            FormattedFigure.Rounded(f.HalfWidth),
                            .. f.Shares.Select(s => new Cell(
                                (Prose)FormattedFigure.Rounded(s.HalfWidth),
                                Sentence.Plain("{share} of it", "占 {share}", ("share", FormattedFigure.Rounded(f.ShareOf(s.Kind))))
                            )),
                        ]
                ),
            ]
        );

    private static LocalText Name(UncertaintyShare share) =>
        share.Kind switch
        {
            UncertaintyKind.Sampling => new("Sampling, ±", "抽样，±"),
            UncertaintyKind.Estimation => Sentence.Plain(
                "Estimation ({count}), ±",
                "估计（{count}），±",
                ("count", CommonTexts.Count(share.Sources, "number", "numbers", "个数字"))
            ),
            UncertaintyKind.Judgement => Sentence.Plain(
                "Judgement ({count}), ±",
                "判断（{count}），±",
                ("count", CommonTexts.Count(share.Sources, "number", "numbers", "个数字"))
            ),
            UncertaintyKind.Reading => Sentence.Plain(
                "Reading ({count}), ±",
                "理解（{count}），±",
                ("count", CommonTexts.Count(share.Sources, "recommendation", "recommendations", "条建议"))
            ),
            _ => LocalText.Same($"{share.Kind}"),
        };
}
