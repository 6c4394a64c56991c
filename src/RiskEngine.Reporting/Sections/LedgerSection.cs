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
        var counts = ledger.GroupBy(a => Rank(a.Source)).OrderBy(g => g.Key)
            .Select(g => Text.Same($"{g.Count():N0} ") + Kind(g.First().Source));
        List<Block> blocks =
        [
            new Paragraph(new Text($"{ledger.Count:N0} numbers: ", $"共 {ledger.Count:N0} 个数字：") + Words.Join(counts, Words.Comma) + new Text(".", "。")),
            new Table(
                [new Text("Number", "数字"), new Text("Value", "值"), new Text("Comes from", "来源"), new Column(new("Which line, data or reason", "具体行、数据或理由"), Wide: true)],
                [.. ledger.OrderBy(a => Rank(a.Source)).Select(a => (IReadOnlyList<Cell>)
                [
                    new Cell(Prose.Code(a.Path), (Prose)Text.Same($"{a.File}:{a.Line}")),
                    Text.Same(a.Value),
                    Kind(a.Source),
                    Reason(context, a.Source),
                ])],
                Filterable: true),
        ];
        if (context.Scenario.Calibrations.Count > 0)
        {
            blocks.Add(new Subheading(new("Calibrations", "校准")));
            blocks.Add(Calibrations(context));
        }

        return new("ledger", new("Assumption ledger", "假设清单"), new("Assumptions", "假设清单"), blocks);
    }

    /// <summary>What nobody vouches for comes first, then judgement, data, articles.</summary>
    private static int Rank(Source source) => source switch { NotStated => 0, Judgement => 1, Calibrated => 2, _ => 3 };

    private static Text Kind(Source source) => source switch
    {
        FromArticle => new("article", "文章"),
        Calibrated => new("calibrated", "校准"),
        Judgement => new("judgement", "判断"),
        _ => new("not stated", "未说明"),
    };

    private static Cell Reason(ReportContext context, Source source) => source switch
    {
        FromArticle article => context.Quote(new ClaimRef(article.Thesis, article.Claim)),
        Calibrated calibrated => Prose.Code(calibrated.Calibration.Value),
        Judgement judgement => Words.Of(judgement.Reason),
        _ => new Text("the file names no source", "文件未注明来源"),
    };

    private static Table Calibrations(ReportContext context) => new(
        [new Text("Calibration", "校准"), new Text("Data", "数据"), new Text("Window", "区间"), new Column(new("Method", "方法"), Wide: true)],
        [.. context.Scenario.Calibrations.Select(c => (IReadOnlyList<Cell>)
        [
            Prose.Code(c.Id.Value),
            Words.Of(c.Data),
            Text.Same($"{c.From:yyyy-MM-dd} – {c.Until:yyyy-MM-dd}"),
            Words.Of(c.Method),
        ])]);
}
