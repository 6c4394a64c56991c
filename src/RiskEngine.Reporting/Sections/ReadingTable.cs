using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What else the words of recommendations may mean, how likely that is, and whether it changes the answer.</summary>
internal static class ReadingTable
{
    /// <summary>The other readings of recommendations; null where all are plain or none was run.</summary>
    public static Table? Build(ReportContext context, IReadOnlyList<Recommendation> all)
    {
        var rows = all.SelectMany(r =>
                r.Readings.Select(
                    (reading, i) => (Recommendation: r, Reading: reading, Result: Result(context, $"recommendations.{r.Id}.readings.{i}"))
                )
            )
            .Where(row => row.Result is not null)
            .ToList();
        return rows.Count == 0
            ? null
            : new(
                [
                    new LocalText("Recommendation", "建议"),
                    new Column(new("May also be read", "也可理解为"), Wide: true),
                    new Column(new("How likely", "可能性"), Numeric: true),
                    new Column(new("Changes the answer?", "是否改变结论"), Wide: true),
                ],
                [
                    .. rows.Select(row =>
                        (IReadOnlyList<Cell>)
                            [
                                row.Recommendation.Name,
                                row.Reading.Because,
                                FormattedFigure.Known(row.Reading.Weight),
                                ReadingTexts.Of(row.Result),
                            ]
                    ),
                ]
            );
    }

    private static ReadingResult? Result(ReportContext context, string path) =>
        context.Results.Readings.FirstOrDefault(r => r.Path == path);
}
