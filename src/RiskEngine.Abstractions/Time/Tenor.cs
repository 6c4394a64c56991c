using System.Globalization;

namespace RiskEngine.Abstractions.Time;

/// <summary>The unit of a <see cref="Tenor"/>.</summary>
public enum TenorUnit
{
    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>Seven calendar days.</summary>
    Week,

    /// <summary>Calendar months; the day of the month is kept where the month has it, else the month's last day.</summary>
    Month,

    /// <summary>Twelve calendar months.</summary>
    Year,
}

/// <summary>A span of calendar time as users write it: <c>10d</c>, <c>6w</c>, <c>3m</c>, <c>2y</c>.</summary>
/// <param name="Count">How many units; zero or more.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Tenor(int Count, TenorUnit Unit)
{
    /// <summary>The date this span after <paramref name="start"/>.</summary>
    public DateOnly After(DateOnly start) =>
        Unit switch
        {
            TenorUnit.Day => start.AddDays(Count),
            TenorUnit.Week => start.AddDays(7 * Count),
            TenorUnit.Month => start.AddMonths(Count),
            _ => start.AddYears(Count),
        };

    /// <summary>
    /// The span's length in years where no date is at hand (half-lives): a day is 1/365, a week 7/365, a month 1/12 of a year.
    /// </summary>
    public double Years =>
        Unit switch
        {
            TenorUnit.Day => Count / DayCount.DaysPerYear,
            TenorUnit.Week => 7 * Count / DayCount.DaysPerYear,
            TenorUnit.Month => Count / 12.0,
            _ => Count,
        };

    /// <summary>The tenor that a text says.</summary>
    /// <exception cref="ArgumentException">It is no tenor.</exception>
    public static Tenor Parse(string text) =>
        TryParse(text, out var tenor) ? tenor : throw new ArgumentException($"'{text}' is no tenor.", nameof(text));

    /// <summary>Reads <c>10d</c>, <c>6w</c>, <c>3m</c> or <c>2y</c>.</summary>
    /// <returns>False when the text is anything else; <paramref name="tenor"/> is then the default.</returns>
    public static bool TryParse(string? text, out Tenor tenor)
    {
        tenor = default;
        if (text is not { Length: >= 2 and <= 6 })
            return false;
        TenorUnit? unit = text[^1] switch
        {
            'd' => TenorUnit.Day,
            'w' => TenorUnit.Week,
            'm' => TenorUnit.Month,
            'y' => TenorUnit.Year,
            _ => null,
        };
        if (unit is null || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        tenor = new Tenor(count, unit.Value);
        return true;
    }

    /// <summary>The span as users write it, for example <c>3m</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{"dwmy"[(int)Unit]}");
}
