using QLNet;

namespace RiskEngine.QLNet;

/// <summary>Dates of the engine as QLNet's, and back.</summary>
internal static class CalendarDates
{
    /// <summary>The day count of all curves and options: ACT/365F, the engine's own.</summary>
    public static DayCounter DayCount { get; } = new Actual365Fixed();

    /// <summary>The engine's day as QLNet's.</summary>
    public static Date ToQLNet(this DateOnly day) => new(day.Day, day.Month, day.Year);

    /// <summary>QLNet's day as the engine's.</summary>
    public static DateOnly ToEngine(this Date day) => new(day.year(), day.month(), day.Day);
}
