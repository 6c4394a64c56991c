namespace RiskEngine.Calibration.Returns;

/// <summary>What the dates of one column of prices say.</summary>
/// <param name="Column">Its id.</param>
/// <param name="Frequency">How often it has a close, by the middle gap between closes; null where more seldom than monthly.</param>
/// <param name="MiddleGap">The median of the calendar days from one close to the next; 0 with fewer than two closes.</param>
/// <param name="IsSevenDay">Whether daily closes go on through weekends.</param>
/// <param name="HasFilledWeekends">Whether weekends only repeat the close before them.</param>
/// <param name="DaysAYear">
/// Daily closes a year: 365 through weekends; else its own count where that is an exchange's (235 to 262, 249.5 to 254.5 taken as 252), and
/// 252 where gaps or too short a history hide it.
/// </param>
public sealed record ColumnCalendar(
    string Column,
    SamplingFrequency? Frequency,
    int MiddleGap,
    bool IsSevenDay,
    bool HasFilledWeekends,
    double DaysAYear
)
{
    private const double UsualDays = 252;

    /// <summary>Reads a column.</summary>
    /// <param name="column">Its id.</param>
    /// <param name="dates">The dates of its closes, rising.</param>
    /// <param name="prices">The closes.</param>
    public static ColumnCalendar Of(string column, IReadOnlyList<DateOnly> dates, IReadOnlyList<double> prices)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(prices);
        if (dates.Count < 2)
            return new ColumnCalendar(column, SamplingFrequency.Daily, 0, false, false, UsualDays);
        var gaps = Enumerable.Range(1, dates.Count - 1).Select(t => dates[t].DayNumber - dates[t - 1].DayNumber).Order().ToArray();
        var middle = gaps[gaps.Length / 2];
        SamplingFrequency? frequency = middle switch
        {
            <= 4 => SamplingFrequency.Daily,
            <= 10 => SamplingFrequency.Weekly,
            <= 35 => SamplingFrequency.Monthly,
            _ => null,
        };
        if (frequency != SamplingFrequency.Daily || !HasWeekends(dates))
            return new ColumnCalendar(column, frequency, middle, false, false, ExchangeDays(dates, dates.Count));
        var (weekends, repeated, changed) = (0, 0, 0);
        for (var t = 1; t < dates.Count; t++)
        {
            var isSame = prices[t] == prices[t - 1];
            if (IsWeekend(dates[t]))
                (weekends, repeated) = (weekends + 1, repeated + (isSame ? 1 : 0));
            else if (!isSame)
                changed++;
        }

        var isFilled = repeated >= 0.9 * weekends && changed > 0;
        return isFilled
            ? new ColumnCalendar(column, frequency, middle, false, true, ExchangeDays(dates, dates.Count(date => !IsWeekend(date))))
            : new ColumnCalendar(column, frequency, middle, true, false, 365);
    }

    /// <summary>Whether a date is a Saturday or Sunday.</summary>
    internal static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Saturdays and Sundays both: markets that close on one of the two are no seven-day markets.</summary>
    private static bool HasWeekends(IReadOnlyList<DateOnly> dates) =>
        dates.Count(date => date.DayOfWeek == DayOfWeek.Saturday) >= 0.1 * dates.Count
        && dates.Count(date => date.DayOfWeek == DayOfWeek.Sunday) >= 0.1 * dates.Count;

    private static double ExchangeDays(IReadOnlyList<DateOnly> dates, int closes)
    {
        var years = (dates[^1].DayNumber - dates[0].DayNumber) / 365.25;
        var days = years < 1 ? UsualDays : (closes - 1) / years;
        return days is < 235 or > 262 or (> 249.5 and < 254.5) ? UsualDays : Math.Round(days);
    }
}
