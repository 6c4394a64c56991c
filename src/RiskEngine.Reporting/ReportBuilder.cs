using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;

namespace RiskEngine.Reporting;

/// <summary>Makes the report's document from a run's results: the answer first, then what carries it, then what it rests on.</summary>
public static class ReportBuilder
{
    /// <summary>What stands in sight; all other sections are for those who ask further.</summary>
    private static readonly string[] inSight =
    [
        "answer",
        "limits",
        "distribution",
        "cases",
        "contributions",
        "recommendations",
        "risks",
        "predictions",
    ];

    /// <summary>What the printed brief holds.</summary>
    private static readonly string[] brief = ["answer", "limits", "cases", "risks"];

    /// <summary>The document; sections that have nothing to say are left out.</summary>
    public static ReportDocument Build(RiskResults results, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        var context = new ReportContext(results, run);
        (LocalText Part, Section?[] Sections)[] parts =
        [
            (new("In short", "摘要"), [AnswerSection.Build(context), LimitSection.Build(context)]),
            (
                new("Outcomes", "可能的结果"),
                [
                    DistributionSection.Build(context),
                    CaseSection.Build(context),
                    MarginSection.Build(context),
                    ContributionSection.Build(context),
                    ReverseStressSection.Build(context),
                    TailDependenceSection.Build(context),
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
                new("Views and model risk", "观点与模型风险"),
                [
                    ViewSection.Build(context),
                    TotalUncertaintySection.Build(context),
                    UncertaintySection.Build(context),
                    OptimiserSection.Build(context),
                ]
            ),
            (new("What if", "假设分析"), [WhatIfSection.Build(context)]),
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
        var sections = parts
            .SelectMany(p =>
                p.Sections.OfType<Section>()
                    .Select(s => s with { Part = p.Part, IsAppendix = !inSight.Contains(s.Id), IsBrief = brief.Contains(s.Id) })
            )
            .OrderBy(s => s.IsAppendix);
        return new(results.Scenario.Name, Subtitle(context), [.. sections], Footer(context));
    }

    private static Prose Subtitle(ReportContext context)
    {
        var (scenario, last) = (context.Scenario, context.Scenario.Horizons[^1].Date);
        return Sentence.Plain(
            "As of {asOf} · {paths} paths · {count} · horizons to {last} · run {runId}",
            "截至 {asOf} · {paths} 条路径 · {count} · 期限至 {last} · 运行 {runId}",
            ("asOf", $"{scenario.AsOf:yyyy-MM-dd}"),
            ("paths", $"{scenario.Simulation.Paths:N0}"),
            ("count", CommonTexts.Count(context.Results.Cases.Count, "case", "cases", "个情景")),
            ("last", $"{last:yyyy-MM-dd}"),
            ("runId", context.Run.RunId)
        );
    }

    private static Prose Footer(ReportContext context)
    {
        var said = (Prose)
            new LocalText(
                "This is no investment advice. It shows what follows from the stated assumptions, many of which are judgement, and "
                    + "past data tell little of the future.",
                "本报告不构成投资建议。它只展示所列假设的推论，其中许多属于判断；历史数据对未来的说明有限。"
            );
        if (context.Model.Theses.Count == 0)
            return said;
        return said
            + Sentence.Of(
                " Made from: {list}.",
                " 依据：{list}。",
                (
                    "list",
                    CommonTexts.Join(
                        context.Model.Theses.Select(t =>
                            Sentence.Of(
                                "{title} {origin}",
                                "{title} {origin}",
                                ("title", t.Article.Title),
                                ("origin", SourceSection.Attribution(t))
                            )
                        ),
                        CommonTexts.Semicolon
                    )
                )
            );
    }
}
