using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Every number of the scenario and where it comes from.</summary>
internal static class LedgerSection
{
    public static Section? Build(ReportContext context)
    {
        var ledger = context.Scenario.Ledger;
        if (ledger.Count == 0)
            return null;
        var kinds = ledger.GroupBy(a => Rank(a.Source)).OrderBy(g => g.Key).ToList();
        List<Block> blocks =
        [
            new Paragraph(
                Sentence.Plain(
                    "All {ledger} numbers of the scenario, by where they come from. Judgement is somebody's reasoned guess: what it "
                        + "says can be argued with, and changed in the files.",
                    "情景中全部 {ledger} 个数字，按来源分类。“判断”是有理由的估计：可以质疑，也可以在文件中修改。",
                    ("ledger", $"{ledger.Count:N0}")
                )
            ),
        ];
        foreach (var kind in kinds)
        {
            var source = kind.First().Source;
            blocks.Add(
                new Fold(
                    Sentence.Plain(
                        "{source}: {count}",
                        "{source}：{count}",
                        ("source", Kind(source)),
                        ("count", CommonTexts.Count(kind.Count(), "number", "numbers", "个数字"))
                    ),
                    [Numbers(context, [.. kind])]
                )
            );
        }

        if (context.Scenario.Calibrations.Count > 0)
        {
            blocks.Add(new Fold(new("The calibrations: data, window, method", "校准所用的数据、区间与方法"), [Calibrations(context)]));
        }

        return new("ledger", new("Assumption ledger", "假设清单"), new("Assumptions", "假设清单"), blocks);
    }

    private static Table Numbers(ReportContext context, IReadOnlyList<Assumption> numbers) =>
        new(
            [
                new LocalText("Number", "数字"),
                new LocalText("Value", "值"),
                new Column(new("Which line, data or reason", "具体行、数据或理由"), Wide: true),
            ],
            [
                .. numbers.Select(a =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(Prose.Code(a.Path), (Prose)LocalText.Same($"{a.File}:{a.Line}")),
                            LocalText.Same(a.Value),
                            Reason(context, a.Source),
                        ]
                ),
            ],
            Filterable: numbers.Count > 20
        );

    /// <summary>What nobody vouches for comes first, then judgement, data, articles.</summary>
    private static int Rank(Source source) =>
        source switch
        {
            NotStated => 0,
            Judgement => 1,
            Calibrated => 2,
            _ => 3,
        };

    private static LocalText Kind(Source source) =>
        source switch
        {
            FromArticle => new("From an article", "来自文章"),
            Calibrated => new("Calibrated on data", "数据校准"),
            Judgement => new("Judgement", "判断"),
            _ => new("Not stated", "未说明"),
        };

    private static Cell Reason(ReportContext context, Source source) =>
        source switch
        {
            FromArticle article => context.Quote(new ClaimRef(article.Thesis, article.Claim)),
            Calibrated { StandardError: { } error } calibrated => Sentence.Of(
                "{calibration}, standard error {error}",
                "{calibration}，标准误 {error}",
                ("calibration", Prose.Code(calibrated.Calibration.Value)),
                ("error", $"{error:0.########}")
            ),
            Calibrated calibrated => Prose.Code(calibrated.Calibration.Value),
            Judgement judgement => judgement.Reason,
            _ => new LocalText("the file names no source", "文件未注明来源"),
        };

    private static Table Calibrations(ReportContext context) =>
        new(
            [
                new LocalText("Calibration", "校准"),
                new LocalText("Data", "数据"),
                new LocalText("Window", "区间"),
                new Column(new("Method", "方法"), Wide: true),
            ],
            [
                .. context.Scenario.Calibrations.Select(c =>
                    (IReadOnlyList<Cell>)
                        [Prose.Code(c.Id.Value), c.Data, LocalText.Same($"{c.From:yyyy-MM-dd} – {c.Until:yyyy-MM-dd}"), c.Method]
                ),
            ]
        );
}
