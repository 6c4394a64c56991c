namespace RiskEngine.Calibration.Returns;

/// <summary>The periods of a sampling frequency: which one a date falls in and how many make a year.</summary>
public static class SamplingCalendar
{
    /// <summary>Returns a year: 252 daily, 52 weekly, 12 monthly.</summary>
    public static double PeriodsPerYear(this SamplingFrequency frequency) =>
        frequency switch
        {
            SamplingFrequency.Daily => 252,
            SamplingFrequency.Weekly => 52,
            SamplingFrequency.Monthly => 12,
            _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Expected Daily, Weekly or Monthly."),
        };

    /// <summary>
    /// The last calendar day of the period that holds a date: itself, its Friday (weeks run Saturday to Friday), or its month's end.
    /// </summary>
    public static DateOnly PeriodEnd(this SamplingFrequency frequency, DateOnly date) =>
        frequency switch
        {
            SamplingFrequency.Daily => date,
            SamplingFrequency.Weekly => date.AddDays((DayOfWeek.Friday - date.DayOfWeek + 7) % 7),
            SamplingFrequency.Monthly => new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)),
            _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Expected Daily, Weekly or Monthly."),
        };

    /// <summary>
    /// The end of the period after one that ends at <paramref name="periodEnd"/>; daily periods follow the history's own dates instead.
    /// </summary>
    internal static DateOnly NextPeriodEnd(this SamplingFrequency frequency, DateOnly periodEnd) =>
        frequency.PeriodEnd(periodEnd.AddDays(1));
}
