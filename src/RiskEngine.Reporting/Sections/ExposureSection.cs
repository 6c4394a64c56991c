using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Who gains and who loses, as the articles say it, and as which exposures it is simulated.</summary>
internal static class ExposureSection
{
    public static Section? Build(ReportContext context)
    {
        var exposures = context.Model.Theses.SelectMany(t => t.Exposures).ToList();
        if (exposures.Count == 0)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "The articles name gainers and losers; each is simulated as an exposure to a factor. Size 0.2 means: where the "
                        + "factor rises by 1%, the share rises by about 0.2% "
                        + "(for factors that move by amounts: the log return for one unit). It comes on top of the exposures of the "
                        + "market file.",
                    "文章点名的受益方与受损方各以对某一因子的敞口模拟。大小 0.2 表示：因子上升 1%，股价约上升 0.2%（按数值变动的因子：变动一单位的对数收益）。它叠加在市场文件的敞口之上。"
                )
            ),
        ];
        Add(context, blocks, exposures.Where(e => e.Gains), new("Who gains", "受益方"));
        Add(context, blocks, exposures.Where(e => !e.Gains), new("Who loses", "受损方"));
        return new("exposures", new("Exposures: who gains, who loses", "敞口：谁受益，谁受损"), new("Exposures", "敞口"), blocks);
    }

    private static void Add(ReportContext context, List<Block> blocks, IEnumerable<ThesisExposure> exposures, LocalText heading)
    {
        var rows = exposures
            .Select(e =>
                (IReadOnlyList<Cell>)
                    [
                        new Cell(
                            e.Group is { } group ? context.Name(group) : Members(context, e),
                            e.Group is null
                                ? null
                                : (Prose)(
                                    e.Who.Count == 0
                                        ? new LocalText("no instrument of the scenario", "情景中没有此类资产")
                                        : Members(context, e)
                                )
                        ),
                        context.Name(e.Factor),
                        FormattedFigure.Number(e.Size),
                        context.Quote(e.Claim),
                    ]
            )
            .ToList();
        if (rows.Count == 0)
            return;
        blocks.Add(
            new Fold(
                Sentence.Plain(
                    "{heading} ({count})",
                    "{heading}（{count}）",
                    ("heading", heading),
                    ("count", CommonTexts.Count(rows.Count, "exposure", "exposures", "项敞口"))
                ),
                [
                    new Table(
                        [
                            new LocalText("Who", "对象"),
                            new LocalText("From what", "因子"),
                            new Column(new("Size", "大小"), Numeric: true),
                            new Column(new("In the article", "文章出处"), Wide: true),
                        ],
                        rows
                    ),
                ]
            )
        );
    }

    private static LocalText Members(ReportContext context, ThesisExposure exposure) =>
        CommonTexts.Join(exposure.Who.Select(context.Name), CommonTexts.Comma);
}
