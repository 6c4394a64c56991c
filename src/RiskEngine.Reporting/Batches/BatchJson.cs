using System.Text.Json;
using System.Text.Json.Serialization;
using RiskEngine.Reporting.Data;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>A batch as JSON: one object, its jobs one a line, so that a large one may be read line by line.</summary>
internal static class BatchJson
{
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>Writes it.</summary>
    public static void Write(BatchResults batch, TextWriter writer)
    {
        var head = new
        {
            batch = batch.Id,
            version = batch.EngineVersion,
            inputs = batch.Inputs,
            paths = batch.Paths,
            measures = batch.Measures,
            jobs = batch.JobCount,
            failed = batch.Failed,
            sensitivity = batch.Sensitivity is { } s ? Of(batch, s) : null,
        };
        writer.Write($"{JsonText.Of(head, options)[..^1]},\"results\":[\n");
        var isFirst = true;
        foreach (var job in batch.Jobs)
        {
            writer.Write($"{(isFirst ? "" : ",\n")}{JsonText.Of(Of(batch, job), options)}");
            isFirst = false;
        }

        writer.Write("\n]}\n");
    }

    private static object Of(BatchResults batch, JobResult job) =>
        new
        {
            job = job.Job.Index,
            scenario = batch.Scenarios[job.Job.Scenario].Id.Value,
            @case = job.Job.Case,
            portfolio = job.Job.Portfolio,
            seed = JobTable.SeedOf(batch, job.Job),
            paths = job.Figures?.Paths,
            set = job.Job.Values.ToDictionary(v => v.Path, v => v.Value),
            problem = job.Problem,
            figures = JobTable
                .Rows(batch, job)
                .Select(r => new
                {
                    r.Portfolio,
                    r.Variant,
                    r.Horizon,
                    r.Measure,
                    Value = Known(r.Value),
                    StandardError = Known(r.Error),
                    Low = Known(r.Low),
                    High = Known(r.High),
                }),
        };

    private static object Of(BatchResults batch, SensitivityResult s) =>
        new
        {
            scenario = batch.Scenarios[s.Scenario].Id.Value,
            figure = s.Figure,
            s.Points,
            s.Indices,
            s.Screened,
            leftOut = s.LeftOut.Select(l => new { l.Path, l.Reason }),
        };

    /// <summary>What is no number is absent.</summary>
    private static double? Known(double number) => double.IsFinite(number) ? number : null;
}
