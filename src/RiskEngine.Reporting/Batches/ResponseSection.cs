using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>How figures answer to one number that is varied: a curve for each scenario, portfolio, case and seed.</summary>
internal static class ResponseSection
{
    public static Section? Build(BatchResults batch)
    {
        if (!batch.OneAtATime && batch.Paths.Count != 1)
            return null;
        List<Block> blocks = [];
        foreach (var path in batch.Paths)
        {
            var charts = BatchFigures.Measures(batch).Select(m => Chart(batch, path, m)).OfType<Block>().ToList();
            if (charts.Count == 0)
                continue;
            blocks.Add(new Subheading(LocalText.Same(path)));
            blocks.Add(new Pairs(charts));
        }

        return blocks.Count == 0
            ? null
            : new("response", new("How figures answer to what is varied", "数字如何随输入变化"), new("Response", "响应曲线"), blocks);
    }

    private static Figure? Chart(BatchResults batch, string path, MeasureKind measure)
    {
        var points = (
            from job in batch.Jobs
            from value in job.Job.Values
            where value.Path == path && value.Number is not null
            from row in BatchFigures.Headline(batch, job, measure.Id)
            where double.IsFinite(row.Value)
            select (Series: BatchFigures.SeriesOf(batch, job, row.Portfolio), Point: new CurvePoint(value.Number!.Value, row.Value))
        ).ToList();
        var curves = points
            .GroupBy(p => p.Series)
            .Take(BatchFigures.MostCurves)
            .Select((g, i) => new Curve(LocalText.Same(g.Key), [.. g.Select(p => p.Point).OrderBy(p => p.X)], i, Joined: true))
            .ToList();
        if (curves.Count == 0 || curves.All(c => c.Points.Count < 2))
            return null;
        var (low, high) = (points.MinBy(p => p.Point.X), points.MaxBy(p => p.Point.X));
        return new Figure(
            new CurvesChart(
                BatchFigures.Format(measure),
                measure.Title,
                AxisFormat.Number(LocalText.Same("")),
                LocalText.Same(path),
                curves
            ),
            Sentence.Plain(
                "{measure} against {path}, from {low} to {high}.",
                "{measure} 随 {path} 的变化，{low} 至 {high}。",
                ("measure", measure.Title),
                ("path", path),
                ("low", low.Point.X.ToString("G6")),
                ("high", high.Point.X.ToString("G6"))
            )
        );
    }
}
