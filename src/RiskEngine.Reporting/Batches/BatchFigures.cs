using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>What the parts of a batch's page share: which figures they show, and what jobs are called.</summary>
internal static class BatchFigures
{
    /// <summary>More curves than this in one chart cannot be told apart.</summary>
    public const int MostCurves = 12;

    /// <summary>The measures of the table, in its order.</summary>
    public static IReadOnlyList<MeasureKind> Measures(BatchResults batch) =>
        [.. batch.Measures.Select(MeasureKinds.Find).OfType<MeasureKind>()];

    /// <summary>The figures of a job as held at its scenario's headline horizon, one a portfolio.</summary>
    public static IEnumerable<FigureRow> Headline(BatchResults batch, JobResult job, string measure)
    {
        var horizon = batch.Scenarios[job.Job.Scenario].HeadlineHorizon.Id.Value;
        return job.Figures?.Rows.Where(r => r.Measure == measure && r.Horizon == horizon && r.Variant == HeadlineVariant.AsHeld.Id()) ?? [];
    }

    /// <summary>What tells a job's curve from others beside the swept values: scenario, case, portfolio and seed where there are
    /// several.</summary>
    public static string SeriesOf(BatchResults batch, JobResult job, string portfolio)
    {
        var scenario = batch.Scenarios[job.Job.Scenario];
        var words = new List<string>();
        if (batch.Scenarios.Count > 1)
            words.Add(scenario.Id.Value);
        words.Add(portfolio);
        words.Add(job.Job.Case);
        if (job.Job.Seed is { } seed)
            words.Add($"seed {seed}");
        return string.Join(" · ", words);
    }

    /// <summary>A figure as a table shows it.</summary>
    public static Cell Cell(MeasureKind kind, FigureRow row) =>
        FormattedFigure.Measure(kind, new Estimate(row.Value, row.Error, row.Low, row.High)).AsCell();

    /// <summary>A figure whose error is told elsewhere.</summary>
    public static LocalText Text(MeasureKind kind, double value) =>
        kind.Unit == MeasureUnit.PlainNumber ? FormattedFigure.Number(value) : FormattedFigure.Known(value);

    /// <summary>How the values of a measure read on an axis.</summary>
    public static AxisFormat Format(MeasureKind kind) =>
        kind.Unit == MeasureUnit.PlainNumber ? AxisFormat.Number(LocalText.Same("")) : AxisFormat.Percent;
}
