using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>The jobs as a table: what was changed, and the headline figures as held.</summary>
internal static class JobSection
{
    /// <summary>A page with more rows is slow; results.csv has all.</summary>
    private const int MostRows = 500;

    public static Section Build(BatchResults batch)
    {
        var measures = BatchFigures.Measures(batch);
        var rows = batch.Jobs.SelectMany(job => Rows(batch, job)).Take(MostRows + 1).ToList();
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "Figures at the headline horizon of each scenario, portfolios as held; below each its 95% interval.",
                    "各情景主要期限上、维持现状的数字；下方为 95% 区间。"
                )
            ),
            new Table(
                [
                    new Column(new LocalText("Job", "任务"), Numeric: true),
                    new LocalText("What", "内容"),
                    .. batch.Paths.Select(p => new Column(LocalText.Same(p), Numeric: true)),
                    .. measures.Select(m => new Column(m.Title, Numeric: true)),
                ],
                [.. rows.Take(MostRows)],
                Filterable: rows.Count > 10
            ),
        ];
        if (rows.Count > MostRows)
        {
            blocks.Add(
                new Paragraph(
                    Sentence.Plain(
                        "The first {rows} rows; results.csv beside this page has all.",
                        "仅列出前 {rows} 行；全部见本页旁的 results.csv。",
                        ("rows", MostRows.ToString("N0"))
                    )
                )
            );
        }

        return new("jobs", new("All jobs", "全部任务"), new("Jobs", "任务"), blocks);
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(BatchResults batch, JobResult job)
    {
        var number = (Cell)LocalText.Same(job.Job.Index.ToString("N0"));
        var swept = batch.Paths.Select(p =>
            (Cell)LocalText.Same(job.Job.Values.Where(v => v.Path == p).Select(v => v.Value).FirstOrDefault("–"))
        );
        var measures = BatchFigures.Measures(batch);
        if (job.Figures is null)
        {
            var problem = Sentence.Plain("failed: {problem}", "失败：{problem}", ("problem", job.Problem ?? ""));
            yield return [number, problem, .. swept, .. measures.Select(_ => Cell.Empty)];
            yield break;
        }

        foreach (var portfolio in job.Figures.Rows.Select(r => r.Portfolio).Distinct())
        {
            var figures = measures.Select(m =>
                BatchFigures.Headline(batch, job, m.Id).Where(r => r.Portfolio == portfolio).Select(r => BatchFigures.Cell(m, r))
            );
            yield return
            [
                number,
                LocalText.Same(BatchFigures.SeriesOf(batch, job, portfolio)),
                .. swept,
                .. figures.Select(f => f.FirstOrDefault(Cell.Empty)),
            ];
        }
    }
}
