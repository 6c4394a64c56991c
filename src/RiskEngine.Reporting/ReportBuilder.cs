using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;

namespace RiskEngine.Reporting;

/// <summary>Makes the report's document from a run's results: the answer first, then what carries it, then what it rests on.</summary>
public static class ReportBuilder
{
    /// <summary>The document; sections that have nothing to say are left out.</summary>
    public static ReportDocument Build(RiskResults results, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        var context = new ReportContext(results, run);
        (Text Part, Section?[] Sections)[] parts =
        [
            (new("In short", "摘要"), [AnswerSection.Build(context), LimitSection.Build(context)]),
            (
                new("Outcomes", "可能的结果"),
                [
                    DistributionSection.Build(context),
                    CaseSection.Build(context),
                    ContributionSection.Build(context),
                    ReverseStressSection.Build(context),
                ]
            ),
            (
                new("Advice and risks", "建议与风险"),
                [
                    RecommendationSection.Build(context),
                    RiskSection.Build(context),
                    ShapleySection.Build(context),
                    DealSection.Build(context),
                ]
            ),
            (
                new("Views and doubt", "观点与存疑"),
                [ViewSection.Build(context), UncertaintySection.Build(context), OptimiserSection.Build(context)]
            ),
            (
                new("Predictions", "预测"),
                [
                    PredictionSection.Build(context),
                    ForecastSection.Build(context),
                    IndicatorSection.Build(context),
                    IndicatorInformationSection.Build(context),
                ]
            ),
            (
                new("Evidence", "依据"),
                [
                    ClaimSection.Build(context),
                    SourceSection.Build(context),
                    FindingSection.Build(context),
                    ExposureSection.Build(context),
                    InstrumentSection.Build(context),
                    LedgerSection.Build(context),
                    NoticeSection.Build(context),
                ]
            ),
            (new("Method", "方法"), [MethodSection.Build(context), ReproduceSection.Build(context)]),
        ];
        var sections = parts.SelectMany(p => p.Sections.OfType<Section>().Select(s => s with { Part = p.Part }));
        return new(CommonTexts.Of(results.Scenario.Name), Subtitle(context), [.. sections], Footer(context));
    }

    private static Prose Subtitle(ReportContext context)
    {
        var (scenario, last) = (context.Scenario, context.Scenario.Horizons[^1].Date);
        return new Text($"As of {scenario.AsOf:yyyy-MM-dd} · ", $"截至 {scenario.AsOf:yyyy-MM-dd} · ")
            + new Text($"{scenario.Simulation.Paths:N0} paths · ", $"{scenario.Simulation.Paths:N0} 条路径 · ")
            + CommonTexts.Count(context.Results.Cases.Count, "case", "cases", "个情景")
            + new Text($" · horizons to {last:yyyy-MM-dd} · run ", $" · 期限至 {last:yyyy-MM-dd} · 运行 ")
            + Text.Same(context.Run.RunId);
    }

    private static Prose Footer(ReportContext context)
    {
        var said = (Prose)
            new Text(
                "This is no investment advice. It shows what follows from the stated assumptions, many of which are judgement, and "
                    + "past data tell little of the future.",
                "本报告不构成投资建议。它只展示所列假设的推论，其中许多属于判断；历史数据对未来的说明有限。"
            );
        if (context.Model.Theses.Count == 0)
            return said;
        return said
            + new Text(" Made from: ", " 依据：")
            + CommonTexts.Join(
                context.Model.Theses.Select(t => Text.Same(t.Article.Title + " ") + SourceSection.Attribution(t)),
                CommonTexts.Semicolon
            )
            + new Text(".", "。");
    }
}
