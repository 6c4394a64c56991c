using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>Estimates over dates of one thing's own, one dot a date.</summary>
public sealed record TimelineSeries(LocalText Name, IReadOnlyList<DateOnly> Dates, IReadOnlyList<Dot> Dots);

/// <summary>Estimates over dates as lines, each within the band of its 95% intervals.</summary>
public sealed record TimelineChart(AxisFormat Format, IReadOnlyList<TimelineSeries> Series) : ChartSpec(Format)
{
    /// <summary>Days on which something happened.</summary>
    public IReadOnlyList<NamedDate> Marks { get; init; } = [];
}
