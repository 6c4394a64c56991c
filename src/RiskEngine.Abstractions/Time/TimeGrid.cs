namespace RiskEngine.Abstractions.Time;

/// <summary>
/// The dates at which paths have a value: the as-of date (index 0), regular steps after it, and every date that something in the
/// scenario is settled on (horizons, predictions, indicators, trades), so that nothing is ever interpolated. Steps may differ in length:
/// transition laws take each step's own length.
/// </summary>
public sealed class TimeGrid
{
    private readonly Dictionary<DateOnly, int> index;
    private readonly int[] periodStarts;
    private readonly double[] periodYears;

    /// <summary>Makes the grid from dates in rising order, the as-of date first; each of its steps is a period of its own.</summary>
    /// <exception cref="ArgumentException">Fewer than two dates, or dates that do not rise.</exception>
    public TimeGrid(IReadOnlyList<DateOnly> dates)
        : this(dates, dates) { }

    /// <summary>Makes the grid with its regular periods.</summary>
    /// <param name="dates">The dates.</param>
    /// <param name="regular">The dates of the regular steps, rising, from the as-of date until one at or after the last date.</param>
    private TimeGrid(IReadOnlyList<DateOnly> dates, IReadOnlyList<DateOnly> regular)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (dates.Count < 2)
            throw new ArgumentException($"A time grid needs the as-of date and one date more; found {dates.Count}.", nameof(dates));
        Dates = [.. dates];
        Years = [.. dates.Select(d => DayCount.Years(dates[0], d))];
        index = [];
        for (var i = 0; i < dates.Count; i++)
        {
            if (i > 0 && dates[i] <= dates[i - 1])
            {
                throw new ArgumentException(
                    $"Grid dates must rise; found {dates[i]:yyyy-MM-dd} after {dates[i - 1]:yyyy-MM-dd}.",
                    nameof(dates)
                );
            }

            index.Add(dates[i], i);
        }

        (periodStarts, periodYears) = (new int[StepCount], new double[StepCount]);
        for (int step = 0, period = 0; step < StepCount; step++)
        {
            while (regular[period + 1] <= dates[step])
                period++;
            periodStarts[step] = index[regular[period]];
            periodYears[step] = DayCount.Years(dates[0], regular[period + 1]) - DayCount.Years(dates[0], regular[period]);
        }
    }

    /// <summary>The grid's dates; index 0 is the as-of date.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>ACT/365F years from the as-of date to each date; index 0 is zero.</summary>
    public IReadOnlyList<double> Years { get; }

    /// <summary>Number of steps: one less than the number of dates. Step k leads from date k to date k + 1.</summary>
    public int StepCount => Dates.Count - 1;

    /// <summary>Length of step <paramref name="step"/> (0 to <see cref="StepCount"/> - 1) in years.</summary>
    public double StepYears(int step) => Years[step + 1] - Years[step];

    /// <summary>
    /// The index of the date at which the regular period that holds a step begins. Dates that are settled on cut a period into several
    /// steps; a law that is one of whole periods (fat-tailed shocks, reacting variances) goes by these, so that no horizon changes
    /// another's law.
    /// </summary>
    public int PeriodStart(int step) => periodStarts[step];

    /// <summary>Length in years of the regular period that holds a step, whole even where the grid ends within it.</summary>
    public double PeriodYears(int step) => periodYears[step];

    /// <summary>Whether a step is the last one of its regular period, and not cut short by the end of the grid.</summary>
    public bool EndsPeriod(int step) =>
        step + 1 < StepCount
            ? periodStarts[step + 1] == step + 1
            : Years[step + 1] - Years[periodStarts[step]] >= periodYears[step] - 1e-12;

    /// <summary>The index of a date that is on the grid.</summary>
    /// <exception cref="ArgumentException">The date is not on the grid.</exception>
    public int IndexOf(DateOnly date) =>
        index.TryGetValue(date, out var i)
            ? i
            : throw new ArgumentException(
                $"{date:yyyy-MM-dd} is not on the time grid ({Dates[0]:yyyy-MM-dd} to {Dates[^1]:yyyy-MM-dd}).",
                nameof(date)
            );

    /// <summary>
    /// The grid of a scenario: <paramref name="step"/> after <paramref name="step"/> from the as-of date until the last of
    /// <paramref name="resolved"/>, and each date of <paramref name="resolved"/> itself. Dates at or before the as-of date are left out.
    /// </summary>
    public static TimeGrid Build(DateOnly asOf, Tenor step, IEnumerable<DateOnly> resolved)
    {
        if (step.Count < 1)
            throw new ArgumentOutOfRangeException(nameof(step), step, "Expected a step of one unit of time or more.");
        var dates = new SortedSet<DateOnly>(resolved.Where(d => d > asOf)) { asOf };
        var last = dates.Max;
        List<DateOnly> regular = [asOf];
        // From the as-of date each time, not from the step before: the 31st stays the 31st where the month has one.
        for (var k = 1; ; k++)
        {
            var next = new Tenor(k * step.Count, step.Unit).After(asOf);
            regular.Add(next);
            if (next > last)
                return new TimeGrid([.. dates], regular);
            dates.Add(next);
        }
    }
}
