using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Comparing;

/// <summary>Why the figures differ: what each group of inputs does, and what cannot be told.</summary>
internal static class AttributionSection
{
    private static readonly LocalText title = new("Why it changed", "变化的原因");

    public static Section? Build(RunComparison comparison)
    {
        List<Block> blocks = [];
        if (comparison.Attribution is { Shares.Count: > 0 } found)
            blocks.AddRange(Blocks(comparison, found));
        if (comparison.NotAttributed.Count > 0)
        {
            blocks.AddRange([
                new Subheading(new("What cannot be told apart", "无法归因的部分")),
                new Bullets([.. comparison.NotAttributed.Select(t => (Prose)t)]),
            ]);
        }

        return blocks.Count == 0 ? null : new Section("attribution", title, title, blocks);
    }

    private static IEnumerable<Block> Blocks(RunComparison comparison, InputAttributionResult found)
    {
        yield return new Paragraph(
            Sentence.Plain(
                "The inputs were switched from one run's to the other's group by group, in every order: {runs} "
                    + "simulations of the base case of "
                    + "{paths} paths each on the same random numbers. A group's share is the average over the orders "
                    + "(Shapley value); shares add "
                    + "up to the whole.",
                "按组把输入从一次运行换成另一次运行，遍历所有顺序：基准情景共模拟 {runs} 次，每次 {paths} 条路径，使用同一组随机数。"
                    + "每组的份额是各种顺序下的平均（Shapley 值），合计等于总变化。",
                ("runs", $"{1 << found.Parts.Count:N0}"),
                ("paths", $"{found.Paths:N0}")
            )
        );
        foreach (var (id, name) in comparison.Portfolios)
        {
            var shares = found.Shares.Where(s => s.Portfolio.Value == id).ToList();
            if (shares.Count > 0)
                yield return new ChoiceBlocks(Choice.Portfolio, id, name, [Chart(found, name, shares), Table(comparison, found, shares)]);
        }
    }

    private static Figure Chart(InputAttributionResult found, LocalText name, List<InputShares> shares)
    {
        var following = shares.First(s => s.Variant == HeadlineVariant.FollowingAll);
        return new Figure(
            new EffectsChart(
                AxisFormat.Points,
                [new("Mean profit", "平均收益"), new("ES 95%, a loss", "95% ES（损失）")],
                [
                    .. found.Parts.Select(
                        (part, i) =>
                            new DotRow(
                                ComparisonTexts.Of(part),
                                [FormattedFigure.AsDot(following.Parts[i].Mean), FormattedFigure.AsDot(following.Parts[i].Es95)]
                            )
                    ),
                ]
            ),
            Sentence.Plain(
                "{portfolio}, following all: what each group of inputs does to the mean profit and to ES 95%, in "
                    + "percentage points, with 95% "
                    + "intervals.",
                "{portfolio}，遵循全部建议：各组输入对平均收益与 95% ES 的影响（百分点），附 95% 区间。",
                ("portfolio", name)
            )
        );
    }

    private static Table Table(RunComparison comparison, InputAttributionResult found, List<InputShares> shares) =>
        new(
            [
                new LocalText("Variant", "方式"),
                new LocalText("What is switched", "切换的输入"),
                new(new("Mean profit, points", "平均收益，百分点"), Numeric: true),
                new(new("ES 95%, points", "95% ES，百分点"), Numeric: true),
                new(new("Probability of loss, points", "亏损概率，百分点"), Numeric: true),
            ],
            [.. shares.SelectMany(s => Rows(comparison, found, s))]
        );

    private static IEnumerable<IReadOnlyList<Cell>> Rows(RunComparison comparison, InputAttributionResult found, InputShares shares)
    {
        for (var i = 0; i < found.Parts.Count; i++)
            yield return Row(shares.Variant, ComparisonTexts.Of(found.Parts[i]), shares.Parts[i]);
        yield return Row(shares.Variant, new("All together", "合计"), shares.Total);
        var reported = new[] { MeasureKinds.Mean, MeasureKinds.Es95, MeasureKinds.LossProbability }
            .Select(m => comparison.HeadlineOf(shares.Portfolio.Value, shares.Variant, m)?.Difference)
            .OfType<Estimate>()
            .ToList();
        if (reported.Count == 3)
        {
            yield return Row(
                shares.Variant,
                new("As the two reports say", "两份报告之差"),
                new Effect(reported[0], reported[1], reported[2])
            );
        }
    }

    private static IReadOnlyList<Cell> Row(HeadlineVariant variant, LocalText what, Effect effect) =>
        [
            ComparisonTexts.Of(variant),
            what,
            FormattedFigure.Points(effect.Mean).AsCell(),
            FormattedFigure.Points(effect.Es95).AsCell(),
            FormattedFigure.Points(effect.LossProbability).AsCell(),
        ];
}
