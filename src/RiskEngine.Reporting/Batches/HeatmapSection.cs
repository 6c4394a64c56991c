using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>Two numbers varied against each other: a map of each measure for each scenario, portfolio, case and seed.</summary>
internal static class HeatmapSection
{
    private const int MostMaps = 12;
    private const int MostValues = 60;

    public static Section? Build(BatchResults batch)
    {
        if (batch.OneAtATime || batch.Paths.Count != 2)
            return null;
        var jobs = batch.Jobs.Where(j => j.Job.Values.Count == 2).Take((MostValues * MostValues * MostMaps) + 1).ToList();
        var (xs, ys) = (ValuesOf(jobs, 0), ValuesOf(jobs, 1));
        if (xs.Count is < 2 or > MostValues || ys.Count is < 2 or > MostValues)
            return null;
        var maps = (
            from measure in BatchFigures.Measures(batch)
            from job in jobs
            from row in BatchFigures.Headline(batch, job, measure.Id)
            let cell = new HeatCell(xs.IndexOf(job.Job.Values[0].Value), ys.IndexOf(job.Job.Values[1].Value), row.Value)
            group cell by (Measure: measure, Series: BatchFigures.SeriesOf(batch, job, row.Portfolio))
        ).Take(MostMaps);
        List<Block> blocks = [.. maps.Select(m => Map(batch, m.Key.Measure, m.Key.Series, xs, ys, [.. m]))];
        return blocks.Count == 0
            ? null
            : new("maps", new("Two numbers against each other", "双因素热力图"), new("Heatmaps", "热力图"), blocks);
    }

    private static List<string> ValuesOf(IEnumerable<JobResult> jobs, int at) => [.. jobs.Select(j => j.Job.Values[at].Value).Distinct()];

    private static Figure Map(
        BatchResults batch,
        MeasureKind measure,
        string series,
        IReadOnlyList<string> xs,
        IReadOnlyList<string> ys,
        IReadOnlyList<HeatCell> cells
    ) =>
        new(
            new HeatmapChart(
                BatchFigures.Format(measure),
                LocalText.Same(batch.Paths[0]),
                LocalText.Same(batch.Paths[1]),
                [.. xs.Select(LocalText.Same)],
                [.. ys.Select(LocalText.Same)],
                [.. cells.Where(c => double.IsFinite(c.Value))]
            ),
            Sentence.Plain(
                "{measure} of {series}, by {x} (across) and {y} (upwards).",
                "{series} 的{measure}：横轴 {x}，纵轴 {y}。",
                ("measure", measure.Title),
                ("series", series),
                ("x", batch.Paths[0]),
                ("y", batch.Paths[1])
            )
        );
}
