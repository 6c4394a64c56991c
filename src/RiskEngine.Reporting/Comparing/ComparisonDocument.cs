using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Runs;
using RiskEngine.Reporting.Sections;

namespace RiskEngine.Reporting.Comparing;

/// <summary>Makes the document of a comparison: the answer, why, what went in, and every figure.</summary>
public static class ComparisonDocument
{
    /// <summary>The document; sections that have nothing to say are left out.</summary>
    public static ReportDocument Build(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Section?[] sections =
        [
            Answer(comparison),
            AttributionSection.Build(comparison),
            InputSection.Build(comparison),
            Figures(comparison),
        ];
        return new ReportDocument(
            Sentence.Plain(
                "{before} and {after} compared",
                "{before} 与 {after} 对比",
                ("before", comparison.Before.Manifest.RunId),
                ("after", comparison.After.Manifest.RunId)
            ),
            Sentence.Plain(
                "From {before} ({beforePaths} paths) to {after} ({afterPaths} paths)",
                "从 {before}（{beforePaths} 条路径）到 {after}（{afterPaths} 条路径）",
                ("before", Name(comparison.Before)),
                ("beforePaths", $"{comparison.Before.Manifest.Paths:N0}"),
                ("after", Name(comparison.After)),
                ("afterPaths", $"{comparison.After.Manifest.Paths:N0}")
            ),
            [.. sections.OfType<Section>().Select(s => s with { IsBrief = true })],
            new LocalText(
                "This is no investment advice. It shows how the figures of two runs differ, and which of their assumptions that rests on.",
                "本报告不构成投资建议。它只展示两次运行的数字有何不同，以及差异来自哪些假设。"
            )
        );
    }

    private static LocalText Name(StoredRun run) =>
        Sentence.Plain("{name}, run {run}", "{name}，运行 {run}", ("name", run.Results.Scenario.Name), ("run", run.Manifest.RunId));

    private static Section Answer(RunComparison comparison)
    {
        List<Block> blocks = [];
        if (comparison.HasSameInputs)
            blocks.Add(new Paragraph(new LocalText("Nothing differs that went into the two runs.", "两次运行的输入没有任何差别。")));
        foreach (var (id, name) in comparison.Portfolios)
        {
            var points = Enum.GetValues<HeadlineVariant>().Select(v => Point(comparison, id, v)).OfType<Prose>().ToList();
            if (points.Count > 0)
                blocks.Add(new Answer(name, points[0], points[1..]));
        }

        if (blocks.Count == 0)
            blocks.Add(new Paragraph(new LocalText("The runs have no portfolio in common.", "两次运行没有共同的组合。")));
        return new Section("answer", new("What changed", "有何变化"), new("What changed", "有何变化"), blocks);
    }

    private static Prose? Point(RunComparison comparison, string portfolio, HeadlineVariant variant)
    {
        if (
            comparison.HeadlineOf(portfolio, variant, MeasureKinds.Mean) is not { } mean
            || comparison.HeadlineOf(portfolio, variant, MeasureKinds.Es95) is not { } shortfall
        )
        {
            return null;
        }

        return Sentence.Of(
            "{variant}: mean profit {mean}, now {meanAfter}; ES 95% {es}, now {esAfter}.",
            "{variant}：平均收益 {mean}，现为 {meanAfter}；95% ES {es}，现为 {esAfter}。",
            ("variant", ComparisonTexts.Of(variant)),
            ("mean", Change(mean)),
            ("meanAfter", FormattedFigure.BriefPercent(mean.After, withPlus: true).Value),
            ("es", Change(shortfall)),
            ("esAfter", FormattedFigure.BriefPercent(shortfall.After).Value)
        );
    }

    private static Prose Change(FigureChange change)
    {
        if (change.IsSame)
            return new LocalText("is the same", "相同");
        var points = FormattedFigure.Points(change.Difference).Inline(new LocalText(" points", " 个百分点"));
        return change.IsNoise ? points + new LocalText(" (may be noise)", "（可能只是噪声）") : points;
    }

    private static Section Figures(RunComparison comparison)
    {
        var isPaired = comparison.Figures.Any(f => f.IsPaired);
        return new Section(
            "figures",
            new("Every figure", "全部数字"),
            new("Every figure", "全部数字"),
            [
                new Paragraph(
                    isPaired
                        ? new LocalText(
                            "Both runs drew the same random numbers, so most of their noise cancels: the interval is "
                                + "that of the difference path by "
                                + "path. What it holds zero in may be noise.",
                            "两次运行使用同一组随机数，大部分噪声相互抵消：区间为逐路径之差的区间。区间含零的变化可能只是噪声。"
                        )
                        : new LocalText(
                            "The runs drew different random numbers, or kept no paths: the interval is that of two "
                                + "independent runs. What it holds "
                                + "zero in may be noise.",
                            "两次运行的随机数不同，或未保留路径：区间按两次独立运行计算。区间含零的变化可能只是噪声。"
                        )
                ),
                new Table(
                    [
                        new LocalText("Portfolio", "组合"),
                        new LocalText("Variant", "方式"),
                        new LocalText("Case", "情景"),
                        new LocalText("Horizon", "期限"),
                        new LocalText("Measure", "指标"),
                        new(new("Before", "之前"), Numeric: true),
                        new(new("After", "之后"), Numeric: true),
                        new(new("Change, points", "变化，百分点"), Numeric: true),
                        new LocalText("Verdict", "判断"),
                    ],
                    [.. comparison.Figures.Select(f => Row(comparison, f))],
                    Filterable: true
                ),
            ]
        );
    }

    private static IReadOnlyList<Cell> Row(RunComparison comparison, FigureChange change) =>
        [
            comparison.Portfolios.FirstOrDefault(p => p.Id == change.Portfolio).Name ?? LocalText.Same(change.Portfolio),
            ComparisonTexts.Of(change.Variant),
            comparison.After.Results.Cases.First(c => c.Id == change.Case).Name,
            comparison.After.Results.Scenario.Horizons.First(h => h.Id == change.Horizon).Name,
            change.Measure.Name,
            FormattedFigure.Measure(change.Measure, change.Before).AsCell(),
            FormattedFigure.Measure(change.Measure, change.After).AsCell(),
            FormattedFigure.Points(change.Difference).AsCell(),
            ComparisonTexts.Verdict(change),
        ];
}
