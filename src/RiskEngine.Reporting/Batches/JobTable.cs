using System.Globalization;
using RiskEngine.Abstractions.Files;
using RiskEngine.Results;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>
/// All figures of a batch as a table, one row a job and figure, with the job's swept values in columns of their own; a job that failed has
/// one row with its problem.
/// </summary>
internal static class JobTable
{
    private const string Known = "job,scenario,case,seed,paths";
    private const string Figures = "portfolio,variant,horizon,measure,value,standardError,low,high,problem";

    /// <summary>Writes it as comma-separated values (RFC 4180), full precision, empty where not available.</summary>
    public static void Write(BatchResults batch, TextWriter writer)
    {
        writer.Write(string.Join(',', [Known, .. batch.Paths.Select(CsvText.Cell), Figures]) + "\n");
        foreach (var job in batch.Jobs)
        {
            var head = Head(batch, job);
            if (job.Figures is null)
                writer.Write($"{head},,,,,,,,,{CsvText.Cell(job.Problem ?? "")}\n");
            foreach (var row in Rows(batch, job))
                writer.Write($"{head},{Ids(row)},{Number(row.Value)},{Number(row.Error)},{Number(row.Low)},{Number(row.High)},\n");
        }
    }

    /// <summary>The figures of a job that the table holds.</summary>
    public static IEnumerable<FigureRow> Rows(BatchResults batch, JobResult job) =>
        job.Figures?.Rows.Where(r => batch.Measures.Contains(r.Measure)) ?? [];

    /// <summary>The seed of a job's paths.</summary>
    public static ulong SeedOf(BatchResults batch, Job job) => job.Seed ?? batch.Scenarios[job.Scenario].Simulation.Seed;

    private static string Head(BatchResults batch, JobResult result)
    {
        var job = result.Job;
        string[] known =
        [
            job.Index.ToString(CultureInfo.InvariantCulture),
            CsvText.Cell(batch.Scenarios[job.Scenario].Id.Value),
            CsvText.Cell(job.Case),
            SeedOf(batch, job).ToString(CultureInfo.InvariantCulture),
            result.Figures?.Paths.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
        return string.Join(',', [.. known, .. batch.Paths.Select(p => Swept(job, p))]);
    }

    /// <summary>Empty where the job has what the files say.</summary>
    private static string Swept(Job job, string path)
    {
        var value = job.Values.FirstOrDefault(v => v.Path == path);
        return value.Path is null ? ""
            : value.Number is not null ? value.Value
            : CsvText.Cell(value.Value);
    }

    private static string Ids(FigureRow row) =>
        string.Join(',', new[] { row.Portfolio, row.Variant, row.Horizon, row.Measure }.Select(CsvText.Cell));

    private static string Number(double number) => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
