using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Files;
using RiskEngine.Reporting.Sections;

namespace RiskEngine.Reporting.Runs;

/// <summary>The page that lists all runs of a folder of reports; it lies in that folder.</summary>
public static class RunIndex
{
    /// <summary>The file's name in the folder of reports.</summary>
    public const string FileName = "index.html";

    /// <summary>The document of the page.</summary>
    public static ReportDocument Build(CatalogueContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        List<Block> blocks =
            content.Runs.Count == 0 ? [new Paragraph(new LocalText("There is no run here.", "此处没有运行。"))] : Table(content);
        List<Section> sections = [new("runs", new("Runs", "运行"), new("Runs", "运行"), blocks) { IsBrief = true }];
        if (content.Problems.Count > 0)
            sections.Add(Damaged(content.Problems));
        return new ReportDocument(
            new("All runs", "全部运行"),
            Sentence.Plain(
                "{runs} of {scenarios}",
                "{runs}，{scenarios}",
                ("runs", CommonTexts.Count(content.Runs.Count, "run", "runs", "次运行")),
                ("scenarios", CommonTexts.Count(content.Runs.Select(r => r.Scenario).Distinct().Count(), "scenario", "scenarios", "个情景"))
            ),
            sections,
            new LocalText(
                "This is no investment advice. Each line shows what follows from the assumptions of one run.",
                "本页不构成投资建议。每一行只展示该次运行所列假设的推论。"
            )
        );
    }

    private static List<Block> Table(CatalogueContent content) =>
        [
            new Paragraph(
                new LocalText(
                    "A line a portfolio of each run, in the run's first case at its headline horizon. Profit relative "
                        + "to today's value; ES is a loss, above zero; intervals are those of sampling. Bars show the ES of the scenario's "
                        + "runs up to this one, as held, the lowest as ▁. Type to filter, click a head to sort; a scenario's name leads "
                        + "to its report.",
                    "每次运行的每个组合占一行，取该次运行的首个情景与主要期限。收益相对于当前价值；ES 为损失，取正值；区间仅为抽样误差。"
                        + "柱形依次为该情景截至本次各次运行维持现状时的 ES，最低者为 ▁。输入文字可筛选，点击列名可排序，情景名称链接到报告。"
                )
            ),
            new Table(
                [
                    new LocalText("Scenario", "情景"),
                    new LocalText("Run", "运行"),
                    new LocalText("Started", "开始时间"),
                    new(new("Paths", "路径数"), Numeric: true),
                    new LocalText("Portfolio", "组合"),
                    new LocalText("Variant", "方式"),
                    new(new("Mean", "平均收益"), Numeric: true),
                    new(new("ES 95%", "95% ES"), Numeric: true),
                    new LocalText("ES by run", "各次 ES"),
                    new(new("Probability of loss", "亏损概率"), Numeric: true),
                    new LocalText("Limits", "限额"),
                ],
                [.. content.Runs.SelectMany(r => Rows(content, r))],
                Filterable: true
            ),
        ];

    private static IEnumerable<IReadOnlyList<Cell>> Rows(CatalogueContent content, RunSummary run)
    {
        foreach (var portfolio in run.Portfolios)
        {
            var byRun = LocalText.Same(Sparkline.Es95(content.Runs, run, portfolio.Portfolio));
            yield return Row(run, portfolio, CommonTexts.Held, portfolio.AsHeld, byRun);
            if (portfolio.Following is { } following)
                yield return Row(run, portfolio, CommonTexts.Following, following, LocalText.Same(""));
        }
    }

    private static IReadOnlyList<Cell> Row(
        RunSummary run,
        PortfolioSummary portfolio,
        LocalText variant,
        KeyFigures figures,
        LocalText byRun
    ) =>
        [
            new Cell(Prose.Beside(run.Name, Report(run)), (Prose)LocalText.Same($"{run.Case}, {run.Horizon}")),
            Prose.Code(run.RunId),
            new Cell(
                LocalText.Same($"{run.Started:yyyy-MM-dd HH:mm}"),
                (Prose)Sentence.Plain("as of {date}", "截至 {date}", ("date", CommonTexts.Date(run.AsOf)))
            ),
            LocalText.Same($"{run.Paths:N0}"),
            portfolio.Name,
            variant,
            FormattedFigure.Measure(MeasureKinds.Mean, figures.Mean).AsCell(),
            FormattedFigure.Measure(MeasureKinds.Es95, figures.Es95).AsCell(),
            byRun,
            FormattedFigure.Measure(MeasureKinds.LossProbability, figures.LossProbability).AsCell(),
            Limits(run),
        ];

    private static LocalText Limits(RunSummary run) =>
        run switch
        {
            { Limits: 0 } => CommonTexts.None,
            { Breached: 0 } => new("hold", "未突破"),
            _ => Sentence.Plain(
                "{breached} of {limits} breached",
                "{limits} 项中 {breached} 项突破",
                ("breached", $"{run.Breached}"),
                ("limits", $"{run.Limits}")
            ),
        };

    /// <summary>Both names were compared with those of the folders, and are checked again before they become an address.</summary>
    private static string Report(RunSummary run) =>
        $"{FolderNames.Checked(run.Scenario, "scenario")}/{FolderNames.Checked(run.RunId, "run")}/report.html";

    private static Section Damaged(IReadOnlyList<RunProblem> problems) =>
        new(
            "damaged",
            new("Folders that cannot be read", "无法读取的文件夹"),
            new("Cannot be read", "无法读取"),
            [
                new Table(
                    [new LocalText("Folder", "文件夹"), new Column(new("Reason", "原因"), Wide: true)],
                    [.. problems.Select(p => (IReadOnlyList<Cell>)[Prose.Code(p.Place), LocalText.Same(p.Reason)])]
                ),
            ]
        )
        {
            IsBrief = true,
        };
}
