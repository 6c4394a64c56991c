using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>What kind of date an article names.</summary>
public enum DateKind
{
    /// <summary>A day, month, quarter, half or year of the calendar.</summary>
    Calendar,

    /// <summary>A fiscal year; taken as the calendar year of the same number.</summary>
    Fiscal,

    /// <summary>Counted from the day the article was published: "next year", 未来三年.</summary>
    Relative,
}

/// <summary>A date or period in an article.</summary>
/// <param name="Kind">What kind of date.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="IsEstimate">Marked by E or F: 2030E.</param>
/// <param name="Start">Where it begins in the words of its sentence.</param>
/// <param name="Length">How many characters of them it takes.</param>
/// <param name="Span">The same in the article.</param>
public sealed record DateExpression(DateKind Kind, DateOnly From, DateOnly To, bool IsEstimate, int Start, int Length, TextSpan Span)
{
    /// <summary>The calendar year of its last day.</summary>
    public int Year => To.Year;

    /// <summary>Whether it is a year, or reaches over one or more.</summary>
    public bool IsYears => To.DayNumber - From.DayNumber >= 360;
}
