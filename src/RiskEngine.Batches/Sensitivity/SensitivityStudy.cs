using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Batches.Jobs;
using RiskEngine.Batches.Sweeps;
using RiskEngine.Loading.Batches;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>
/// Which numbers a figure depends on: all of them one at a time, then those that move it most all at once. Every job has the same seed, so
/// that what differs is the numbers' doing and not the paths'.
/// </summary>
public sealed class SensitivityStudy
{
    private readonly BatchFile batch;
    private readonly SensitivityQuestion question;
    private readonly IReadOnlyList<SweptRange> ranges;
    private readonly string portfolio;
    private readonly string horizon;

    /// <summary>Prepares it.</summary>
    /// <param name="scenario">The scenario, which has the portfolio and the horizon.</param>
    /// <param name="batch">The batch, which asks.</param>
    /// <exception cref="ArgumentException">The batch does not ask.</exception>
    public SensitivityStudy(Scenario scenario, BatchFile batch)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(batch);
        this.batch = batch;
        question = batch.Sensitivity ?? throw new ArgumentException("Expected a batch that asks about a figure.", nameof(batch));
        ranges = batch.Sweep.Count > 0 ? SweptRange.Of(batch.Sweep) : LedgerRanges.Of(scenario.Ledger, question.Spread);
        portfolio = question.Portfolio ?? scenario.Base.Model.Portfolios[0].Id.Value;
        horizon = question.Horizon ?? scenario.HeadlineHorizon.Id.Value;
    }

    /// <summary>The jobs that vary one number at a time.</summary>
    public JobList Screening => Jobs(new ScreeningDesign(ranges));

    /// <summary>What each number does alone.</summary>
    /// <param name="screening">The jobs of <see cref="Screening"/>, done.</param>
    /// <exception cref="BatchFailedException">The scenario cannot be simulated as it is.</exception>
    public ScreenedNumbers Screened(FinishedJobs screening)
    {
        ArgumentNullException.ThrowIfNull(screening);
        var first = screening[0];
        if (RowOf(first) is not { } unchanged)
            throw new BatchFailedException(first.Problem ?? $"{question.Measure} of '{portfolio}' does not exist at '{horizon}'");
        var screened = new List<(ScreenedKey Key, SweptRange Range)>();
        var leftOut = new List<(string, string)>();
        for (var i = 0; i < ranges.Count; i++)
        {
            var (low, high) = (screening[1 + (2 * i)], screening[2 + (2 * i)]);
            var (atLow, atHigh) = (RowOf(low)?.Value, RowOf(high)?.Value);
            if (atLow is null && atHigh is null)
            {
                leftOut.Add((ranges[i].Path, low.Problem ?? "the figure does not exist"));
                continue;
            }

            // Where one side is out of range the number is varied to the other alone.
            screened.Add(
                (
                    new ScreenedKey(
                        ranges[i].Path,
                        atLow is null ? "as it is" : low.Job.Values[0].Value,
                        atHigh is null ? "as it is" : high.Job.Values[0].Value,
                        atLow ?? unchanged.Value,
                        atHigh ?? unchanged.Value
                    ),
                    Within(ranges[i], atLow is not null, atHigh is not null)
                )
            );
        }

        var ordered = screened.OrderByDescending(s => s.Key.Move).ThenBy(s => s.Key.Path, StringComparer.Ordinal).ToList();
        return new ScreenedNumbers(
            unchanged,
            [.. ordered.Select(s => s.Key)],
            leftOut,
            [.. ordered.Where(s => s.Key.Move > 0).Take(question.Keys).Select(s => s.Range)]
        );
    }

    /// <summary>The jobs that vary the numbers that were kept all at once.</summary>
    public JobList Indices(ScreenedNumbers screened)
    {
        ArgumentNullException.ThrowIfNull(screened);
        return Jobs(Design(screened));
    }

    /// <summary>The indices.</summary>
    /// <param name="screened">What was screened.</param>
    /// <param name="done">The jobs of <see cref="Indices"/>, done.</param>
    public SensitivityResult Result(ScreenedNumbers screened, FinishedJobs done)
    {
        ArgumentNullException.ThrowIfNull(screened);
        ArgumentNullException.ThrowIfNull(done);
        var (design, kept, rows) = (Design(screened), screened.Kept, question.Points);
        double[] Column(int place) =>
            [.. Enumerable.Range(0, rows).Select(r => RowOf(done[((long)r * design.Width) + place])?.Value ?? double.NaN)];
        var (a, b) = (Column(0), Column(1));
        var sobol = SobolIndices.Of(a, b, [.. kept.Select((_, i) => Column(i + 2))], question.Resamples, batch.DesignSeed);
        double[] values = [.. a, .. b];
        IndexEstimate Pawn(Func<int, (double A, double B)> place) =>
            PawnIndex.Of(
                [.. Enumerable.Range(0, rows).Select(r => place(r).A), .. Enumerable.Range(0, rows).Select(r => place(r).B)],
                values,
                question.Resamples,
                batch.DesignSeed
            );
        var nothing = RandomStream.Create(batch.DesignSeed, "sensitivity/number without effect");
        return new SensitivityResult(
            0,
            screened.Figure,
            screened.Screened,
            screened.LeftOut,
            [
                .. kept.Select(
                        (range, i) => new SensitivityIndex(range.Path, sobol[i].First, sobol[i].Total, Pawn(row => design.Place(row, i)))
                    )
                    .OrderByDescending(i => i.Total.Value)
                    .ThenBy(i => i.Path, StringComparer.Ordinal),
            ],
            rows,
            Pawn(row => (nothing.Uniform(row, 0), nothing.Uniform(row, 1))).Value
        );
    }

    private SaltelliDesign Design(ScreenedNumbers screened) => new(screened.Kept, question.Points, batch.DesignSeed);

    private JobList Jobs(SweepDesign design) => new(1, [batch.Cases[0].Id], [portfolio], batch.Seeds, design);

    private FigureRow? RowOf(JobResult result) =>
        result.Figures?.Rows.FirstOrDefault(r =>
            r.Measure == question.Measure && r.Horizon == horizon && r.Variant == question.Variant.Id() && double.IsFinite(r.Value)
        );

    /// <summary>The part of a range that can be simulated: all of it, or the half on one side of the number as it is.</summary>
    private SweptRange Within(SweptRange range, bool low, bool high)
    {
        if ((low && high) || batch.Sweep.Count > 0)
            return range;
        var spread = question.Spread;
        return range.Over(low ? new Uniform(1 - spread, 1) : new Uniform(1, 1 + spread));
    }
}
