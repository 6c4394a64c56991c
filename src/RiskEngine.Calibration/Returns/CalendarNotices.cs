namespace RiskEngine.Calibration.Returns;

/// <summary>What the dates said and what was done about it, in sentences.</summary>
internal static class CalendarNotices
{
    private const int MostNamed = 8;

    /// <summary>The sampling that is used: the one asked for, or weekly, or monthly where there is no more.</summary>
    /// <exception cref="ArgumentException">The prices do not come so often as the option says.</exception>
    public static SamplingFrequency Choose(HistoryCalendar calendar, SamplingFrequency? asked, string? benchmark)
    {
        var slowest = calendar.Columns.MaxBy(entry => entry.MiddleGap)!;
        if (calendar.Finest is not { } finest)
        {
            throw new ArgumentException(
                $"Expected closes once a month or more often, found {slowest.MiddleGap} days from one to the next ('{slowest.Column}', the "
                    + "middle gap).",
                nameof(calendar)
            );
        }

        var chosen = asked ?? (finest == SamplingFrequency.Monthly ? SamplingFrequency.Monthly : SamplingFrequency.Weekly);
        if (finest > chosen)
        {
            throw new ArgumentException(
                $"--frequency {Word(chosen)}: expected {Word(chosen)} prices, found {Word(finest)} ones ('{calendar.Columns[0].Column}': "
                    + $"{calendar.Columns[0].MiddleGap} days from one close to the next, the middle gap).",
                nameof(asked)
            );
        }

        if (
            benchmark is not null
            && calendar.Columns.FirstOrDefault(entry => entry.Column == benchmark) is { } market
            && IsTooSeldom(market, chosen)
        )
        {
            throw new ArgumentException($"The benchmark {Reason(market, chosen)}.", nameof(benchmark));
        }

        return chosen;
    }

    /// <summary>Whether a column has no returns so often.</summary>
    public static bool IsTooSeldom(ColumnCalendar column, SamplingFrequency frequency) => !(column.Frequency <= frequency);

    /// <summary>Why such a column is left out.</summary>
    public static string Reason(ColumnCalendar column, SamplingFrequency frequency) =>
        $"has a close every {column.MiddleGap} days (the middle gap): no {Word(frequency)} returns";

    /// <summary>A sentence for each thing that a reader would not expect.</summary>
    public static IEnumerable<string> Of(HistoryCalendar calendar, SamplingFrequency frequency, bool isAsked)
    {
        if (!isAsked && frequency == SamplingFrequency.Monthly)
            yield return "Prices come once a month: returns are monthly.";
        if (frequency != SamplingFrequency.Daily)
            yield break;
        var filled = calendar.Columns.Where(entry => entry.HasFilledWeekends).ToArray();
        var sevenDay = calendar.Columns.Where(entry => entry.IsSevenDay).ToArray();
        if (filled.Length > 0)
            yield return $"Weekends repeat Friday's close in {Names(filled)}: those days are left out.";
        if (sevenDay.Length == calendar.Columns.Count)
        {
            yield return "Closes come seven days a week: a year has 365 returns.";
        }
        else if (sevenDay.Length > 0)
        {
            yield return $"{Names(sevenDay)}: closes seven days a week beside columns with five; {calendar.LeftOut} days on "
                + "which only the former "
                + "have one are left out, so that the next return spans them.";
        }

        foreach (
            var group in calendar.Columns.Where(entry => !entry.IsSevenDay && entry.DaysAYear != 252).GroupBy(entry => entry.DaysAYear)
        )
        {
            yield return $"{Names([.. group])}: {group.Key:0} closes a year, by which daily volatility is annualised.";
        }
    }

    private static string Names(ColumnCalendar[] columns) =>
        string.Join(", ", columns.Take(MostNamed).Select(entry => entry.Column))
        + (columns.Length > MostNamed ? $" and {columns.Length - MostNamed} more" : "");

    private static string Word(SamplingFrequency frequency) => frequency.ToString().ToLowerInvariant();
}
