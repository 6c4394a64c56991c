using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>Which numbers a figure depends on: Sobol indices and PAWN with their intervals, and the screening before them.</summary>
internal static class SensitivityPart
{
    private const int MostScreened = 30;

    public static Section? Build(BatchResults batch)
    {
        if (batch.Sensitivity is not { } found)
            return null;
        var measure = MeasureKinds.Find(found.Figure.Measure)!;
        return new(
            "sensitivity",
            new("Which numbers carry the figure", "哪些数字决定结果"),
            new("Sensitivity", "敏感性"),
            [Question(found, measure), Chart(found), Indices(found), Screening(found, measure), .. LeftOut(found)]
        );
    }

    private static Paragraph Question(SensitivityResult found, MeasureKind measure) =>
        new(
            Sentence.Plain(
                "{measure} of {portfolio} at {horizon}, with nothing changed {value}. First order is the part of its variance that "
                    + "would go if a number were known, total the part that would stay if all others were; their difference is "
                    + "interaction. PAWN is how far knowing the number moves the whole distribution; a number without effect "
                    + "would have {nothing} here. {keys} numbers were varied one at a "
                    + "time; those that move the figure most were varied all at once, at {points} base points (Saltelli 2010, Jansen 1999, "
                    + "Pianosi and Wagener 2018; 95% intervals by bootstrap over the points).",
                "{portfolio} 在 {horizon} 的{measure}，原值为 {value}。一阶指数：若该数字已知，方差会减少的部分；总指数：若其余全部已知，方差仍余的部分；二者之差即交互作用。"
                    + "PAWN 表示知道该数字会使整个分布移动多远；毫无影响的数字在此约为 {nothing}。先对 {keys} 个数字逐一扰动，再对影响最大的几个同时扰动，共 {points} 个基点"
                    + "（Saltelli 2010、Jansen 1999、Pianosi 与 Wagener 2018；95% 区间由基点自助法得到）。",
                ("measure", measure.Name),
                ("portfolio", found.Figure.Portfolio),
                ("horizon", found.Figure.Horizon),
                ("value", BatchFigures.Text(measure, found.Figure.Value)),
                ("nothing", Digits.Write(found.PawnOfNothing, 2)),
                ("keys", found.Screened.Count.ToString("N0")),
                ("points", found.Points.ToString("N0"))
            )
        );

    private static Figure Chart(SensitivityResult found) =>
        new(
            new EffectsChart(
                AxisFormat.Percent,
                [new("first order", "一阶指数"), new("total", "总指数"), new("PAWN", "PAWN")],
                [.. found.Indices.Select(i => new DotRow(LocalText.Same(i.Path), [Dot(i.First), Dot(i.Total), Dot(i.Pawn)]))]
            ),
            Sentence.Plain(
                "Sensitivity indices with 95% intervals; {path} matters most.",
                "敏感性指数及 95% 区间；{path} 最重要。",
                ("path", found.Indices.Count > 0 ? found.Indices[0].Path : "–")
            )
        );

    private static Table Indices(SensitivityResult found) =>
        new(
            [
                new LocalText("Number", "数字"),
                new Column(new LocalText("First order", "一阶指数"), Numeric: true),
                new Column(new LocalText("Total", "总指数"), Numeric: true),
                new Column(new LocalText("PAWN", "PAWN"), Numeric: true),
            ],
            [.. found.Indices.Select(i => (IReadOnlyList<Cell>)[Prose.Code(i.Path), Cell(i.First), Cell(i.Total), Cell(i.Pawn)])]
        );

    private static Fold Screening(SensitivityResult found, MeasureKind measure) =>
        new(
            Sentence.Plain(
                "Screening: what each of {keys} numbers does alone",
                "筛选：{keys} 个数字各自的单独影响",
                ("keys", found.Screened.Count.ToString("N0"))
            ),
            [
                new Table(
                    [
                        new LocalText("Number", "数字"),
                        new Column(new LocalText("Low", "低值"), Numeric: true),
                        new Column(new LocalText("High", "高值"), Numeric: true),
                        new Column(new LocalText("Figure at low", "低值时"), Numeric: true),
                        new Column(new LocalText("Figure at high", "高值时"), Numeric: true),
                    ],
                    [
                        .. found
                            .Screened.Take(MostScreened)
                            .Select(s =>
                                (IReadOnlyList<Cell>)
                                    [
                                        Prose.Code(s.Path),
                                        LocalText.Same(s.Low),
                                        LocalText.Same(s.High),
                                        BatchFigures.Text(measure, s.AtLow),
                                        BatchFigures.Text(measure, s.AtHigh),
                                    ]
                            ),
                    ]
                ),
            ]
        );

    private static IEnumerable<Block> LeftOut(SensitivityResult found)
    {
        if (found.LeftOut.Count == 0)
            yield break;
        yield return new Fold(
            Sentence.Plain("{count} numbers could not be varied", "{count} 个数字未能扰动", ("count", found.LeftOut.Count.ToString("N0"))),
            [
                new Table(
                    [new LocalText("Number", "数字"), new Column(new LocalText("Why", "原因"), Wide: true)],
                    [.. found.LeftOut.Select(l => (IReadOnlyList<Cell>)[Prose.Code(l.Path), LocalText.Same(l.Reason)])]
                ),
            ]
        );
    }

    private static Dot Dot(IndexEstimate index) => new(index.Value, index.Low, index.High);

    private static Cell Cell(IndexEstimate index) =>
        new(
            LocalText.Same(Digits.Write(index.Value, 2)),
            (Prose)
                Sentence.Plain(
                    "{low} to {high}",
                    "{low} 至 {high}",
                    ("low", Digits.Write(index.Low, 2)),
                    ("high", Digits.Write(index.High, 2))
                )
        );
}
