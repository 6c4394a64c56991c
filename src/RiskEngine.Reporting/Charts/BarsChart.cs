using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>
/// Amounts as bars from zero with error bars, one row an item: contributions, costs; with two series the low and the high end of a tornado.
/// </summary>
public sealed record BarsChart(AxisFormat Format, IReadOnlyList<LocalText> Series, IReadOnlyList<DotRow> Items)
    : DotsChart(Format, Series, Items);
