using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>A tornado: what each number does alone at its first and last value, the largest effect on top.</summary>
internal static class TornadoSection
{
    private static readonly LocalText first = new("at the first value", "取首值");
    private static readonly LocalText last = new("at the last value", "取末值");

    public static Section? Build(BatchResults batch)
    {
        if (!batch.OneAtATime || batch.Paths.Count < 2)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "The change against the scenario as its files say, all other numbers held. Random numbers are shared, so that what is "
                        + "drawn is the effect and not the noise; in all, the first portfolio and case of the batch.",
                    "其余数字不变时，相对情景原值的变化。各任务共用随机数，因此图中是效应而非噪声；取批次的第一个组合与情形。"
                )
            ),
        ];
        blocks.AddRange(BatchFigures.Measures(batch).Select(m => Chart(batch, m)).OfType<Block>());
        return blocks.Count == 1
            ? null
            : new("tornado", new("What matters alone: a tornado", "单因素影响：龙卷风图"), new("Tornado", "龙卷风图"), blocks);
    }

    private static Figure? Chart(BatchResults batch, MeasureKind measure)
    {
        // The first combination of scenario, case, portfolio and seed: its base job comes first.
        var jobs = batch.Jobs.TakeWhile(j => j.Job.Index == 0 || j.Job.Values.Count > 0).ToList();
        if (jobs.Count == 0 || Row(batch, jobs[0], measure) is not { } unchanged)
            return null;
        var items = (
            from path in batch.Paths
            let of = jobs.Where(j => j.Job.Values.Any(v => v.Path == path)).Select(j => Row(batch, j, measure)).OfType<FigureRow>().ToList()
            where of.Count > 0
            let low = of[0].Value - unchanged.Value
            let high = of[^1].Value - unchanged.Value
            orderby Math.Max(Math.Abs(low), Math.Abs(high)) descending
            select new DotRow(LocalText.Same(path), [new Dot(low, low, low), new Dot(high, high, high)])
        ).ToList();
        return items.Count == 0
            ? null
            : new Figure(
                new BarsChart(Difference(measure), [first, last], items),
                Sentence.Plain(
                    "{measure}, change against the unchanged scenario; {path} moves it most.",
                    "{measure}相对原情景的变化；{path} 影响最大。",
                    ("measure", measure.Title),
                    ("path", items[0].Name)
                )
            );
    }

    private static AxisFormat Difference(MeasureKind measure) =>
        measure.Unit == MeasureUnit.PlainNumber ? AxisFormat.Number(LocalText.Same("")) : AxisFormat.Points;

    private static FigureRow? Row(BatchResults batch, JobResult job, MeasureKind measure) =>
        BatchFigures.Headline(batch, job, measure.Id).FirstOrDefault();
}
