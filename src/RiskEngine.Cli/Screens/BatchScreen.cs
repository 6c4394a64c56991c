using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Cli.Texts;
using RiskEngine.Results;
using RiskEngine.Results.Batches;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What a batch found out, in one table: a row a job and portfolio, as held, at the headline horizon.</summary>
internal static class BatchScreen
{
    private const int MostRows = 24;
    private const int MostMeasures = 6;

    /// <summary>The table of the first jobs; the batch's folder has all of them.</summary>
    public static IRenderable Render(BatchResults batch)
    {
        MeasureKind[] measures = [.. batch.Measures.Select(MeasureKinds.Find).OfType<MeasureKind>().Take(MostMeasures)];
        // One at a time there is one value a row; else each path has a column.
        IEnumerable<string> swept = batch.OneAtATime ? ["changed"] : batch.Paths.Select(p => "#" + Short(p));
        var table = TextTable.Create(["#job", "what", .. swept, .. measures.Select(m => "#" + m.Id)]);
        var rows = batch.Jobs.SelectMany(job => Rows(batch, job, measures)).Take(MostRows + 1).ToList();
        foreach (var row in rows.Take(MostRows))
            table.Row(row);
        List<IRenderable> parts =
        [
            TextTable.Heading(batch.Name.English),
            table,
            new Text(
                "Portfolios as held, at the headline horizon; ± is half the 95% interval of sampling. A simulation on stated assumptions, "
                    + "no investment advice."
            ),
        ];
        if (rows.Count > MostRows)
            parts.Add(new Text($"The first rows of {Figures.Counted(batch.JobCount, "job")}; results.csv has all."));
        if (batch.Failed > 0)
            parts.Add(new Text($"{Figures.Counted(batch.Failed, "job")} FAILED, with the reason in results.csv."));
        return TextTable.Stack(parts);
    }

    private static IEnumerable<IEnumerable<string>> Rows(BatchResults batch, JobResult result, MeasureKind[] measures)
    {
        var job = result.Job;
        IEnumerable<string> swept = batch.OneAtATime
            ? [string.Join(' ', job.Values.Select(v => v.ToString()).DefaultIfEmpty("nothing"))]
            : batch.Paths.Select(p => job.Values.FirstOrDefault(v => v.Path == p).Value ?? "");
        if (result.Figures is not { } figures)
        {
            yield return [$"{job.Index}", "failed", .. swept];
            yield break;
        }

        var scenario = batch.Scenarios[job.Scenario];
        foreach (var portfolio in figures.Rows.GroupBy(r => r.Portfolio))
        {
            var name = string.Join(
                ' ',
                [.. batch.Scenarios.Count > 1 ? [scenario.Id.Value] : Array.Empty<string>(), portfolio.Key, job.Case]
            );
            var shown = portfolio.Where(r => r.Horizon == scenario.HeadlineHorizon.Id.Value && r.Variant == HeadlineVariant.AsHeld.Id());
            yield return
            [
                $"{job.Index}",
                name + (job.Seed is { } seed ? $" seed {seed}" : ""),
                .. swept,
                .. measures.Select(m => shown.Where(r => r.Measure == m.Id).Select(r => Figure(m, r)).FirstOrDefault("")),
            ];
        }
    }

    private static string Figure(MeasureKind kind, FigureRow row)
    {
        var estimate = new Estimate(row.Value, row.Error, row.Low, row.High);
        return kind.Unit == MeasureUnit.PlainNumber ? Figures.Number(estimate) : Figures.Percent(estimate);
    }

    /// <summary>The last two words of a path tell columns apart where there is little room.</summary>
    private static string Short(string path) => string.Join('.', path.Split('.')[^Math.Min(2, path.Split('.').Length)..]);
}
