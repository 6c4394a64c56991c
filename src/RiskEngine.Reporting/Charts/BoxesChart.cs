using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>A distribution in short: the ends of its middle 90% and 50%, and its median.</summary>
public sealed record Box(LocalText Name, double Q05, double Q25, double Q50, double Q75, double Q95);

/// <summary>Distributions one below the other on one scale, with a line at zero.</summary>
public sealed record BoxesChart(AxisFormat Format, IReadOnlyList<Box> Items) : ChartSpec(Format);
