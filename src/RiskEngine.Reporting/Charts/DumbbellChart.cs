using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>An item's measures: of each a dot a series, joined by a line; <see langword="null"/> where a figure does not exist.</summary>
public sealed record DumbbellRow(LocalText Name, IReadOnlyList<IReadOnlyList<Dot?>> Measures);

/// <summary>Pairs of estimates joined by a line, such as held and followed: colours tell the series apart, shapes the measures.</summary>
public sealed record DumbbellChart(
    AxisFormat Format,
    IReadOnlyList<LocalText> Series,
    IReadOnlyList<LocalText> Measures,
    IReadOnlyList<DumbbellRow> Items
) : ChartSpec(Format);
