using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Where the articles' figures and statements do not fit each other.</summary>
internal static class FindingSection
{
    public static Section? Build(ReportContext context)
    {
        var findings = context.Results.Findings;
        if (findings.Count == 0)
            return null;
        var fitting = findings.Where(f => f.Verdict == Verdict.Agrees).ToList();
        var figures = findings.Where(f => f.Verdict != Verdict.Agrees && f.Check.Arithmetic is not null).ToList();
        var statements = findings.Except(fitting).Except(figures).ToList();
        List<Block> blocks =
        [
            new Paragraph(
                Sentence.Plain(
                    "{count}: {figures} where figures or statements do not fit each other, {fitting} where they do.",
                    "{count}：{figures} 项数字或表述互不相符，{fitting} 项相符。",
                    ("count", CommonTexts.Count(findings.Count, "check", "checks", "项核对")),
                    ("figures", $"{figures.Count + statements.Count}"),
                    ("fitting", $"{fitting.Count}")
                )
            ),
        ];
        if (figures.Count > 0)
            blocks.Add(Sums(context, figures));
        if (statements.Count > 0)
            blocks.Add(Statements(context, statements));
        if (fitting.Count > 0)
        {
            blocks.Add(
                new Fold(CommonTexts.Count(fitting.Count, "check that fits", "checks that fit", "项相符的核对"), [Sums(context, fitting)])
            );
        }

        return new(
            "contradictions",
            new("Consistency checks: what does not fit together", "一致性核对：互不相符之处"),
            new("Consistency checks", "一致性核对"),
            blocks
        );
    }

    private static Table Sums(ReportContext context, IReadOnlyList<Finding> findings) =>
        new(
            [
                new LocalText("Verdict", "判断"),
                new Column(new("Figures held against each other", "相互核对的数字"), Wide: true),
                new Column(new("Claimed", "文章所称"), Numeric: true),
                new Column(new("Calculated", "算得"), Numeric: true),
                new LocalText("Claims", "出处"),
                new Column(new("Changes the answer?", "是否改变结论"), Wide: true),
            ],
            [
                .. findings.Select(f =>
                    (IReadOnlyList<Cell>)
                        [
                            Prose.Strong(Name(f.Verdict)),
                            f.Check.Says,
                            f.Check.Arithmetic is { } sum ? Amount(sum, sum.Claimed) : LocalText.Same("–"),
                            f.Check.Arithmetic is { } made && f.Calculated is { } result
                                ? new Cell(Amount(made, result), (Prose)LocalText.Same(How(made)))
                                : LocalText.Same("–"),
                            context.Places(f.Check.Claims),
                            Answer(context, f),
                        ]
                ),
            ]
        );

    private static Table Statements(ReportContext context, IReadOnlyList<Finding> findings) =>
        new(
            [
                new Column(new("Statements that contradict each other", "相互矛盾的表述"), Wide: true),
                new Column(new("Both sides, as the articles have them", "双方出处"), Wide: true),
                new Column(new("Changes the answer?", "是否改变结论"), Wide: true),
            ],
            [
                .. findings.Select(f =>
                    (IReadOnlyList<Cell>)[f.Check.Says, CommonTexts.Lines(f.Check.Claims.Select(context.Quote)), Answer(context, f)]
                ),
            ]
        );

    /// <summary>Whether the decision, run under both readings, is another; for what fits there is one reading.</summary>
    private static LocalText Answer(ReportContext context, Finding finding) =>
        finding.Verdict == Verdict.Agrees
            ? LocalText.Same("–")
            : ReadingTexts.Of(context.Results.Readings.FirstOrDefault(r => r.Path == $"checks.{finding.Check.Id}"));

    private static LocalText Name(Verdict verdict) =>
        verdict switch
        {
            Verdict.Agrees => new("fits", "相符"),
            Verdict.Contradicts => new("does not fit", "不符"),
            _ => new("stated contradiction", "表述矛盾"),
        };

    private static bool IsFraction(Arithmetic arithmetic) => arithmetic.Kind is ArithmeticKind.Growth or ArithmeticKind.AnnualGrowth;

    private static LocalText Amount(Arithmetic arithmetic, double value) =>
        IsFraction(arithmetic) ? FormattedFigure.Known(value) : FormattedFigure.Number(value);

    private static string How(Arithmetic arithmetic)
    {
        var figures = arithmetic.Figures.Select(f => FormattedFigure.Number(f).English).ToList();
        return arithmetic.Kind switch
        {
            ArithmeticKind.Growth when figures.Count == 2 => $"{figures[1]} / {figures[0]} − 1",
            ArithmeticKind.AnnualGrowth when figures.Count == 3 => $"({figures[1]} / {figures[0]})^(1/{figures[2]}) − 1",
            ArithmeticKind.Sum => string.Join(" + ", figures),
            _ => string.Join(" / ", figures),
        };
    }
}
