namespace RiskEngine.Abstractions.Time;

/// <summary>Turns dates into years: ACT/365F, the actual number of days divided by 365, everywhere in the engine.</summary>
public static class DayCount
{
    /// <summary>Days in a year by the ACT/365F convention.</summary>
    public const double DaysPerYear = 365.0;

    /// <summary>Years from <paramref name="from"/> to <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public static double Years(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / DaysPerYear;
}
