using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>A cell of a map.</summary>
/// <param name="X">Which value across, from 0.</param>
/// <param name="Y">Which value upwards, from 0.</param>
/// <param name="Value">The value, as a colour.</param>
public sealed record HeatCell(int X, int Y, double Value);

/// <summary>A quantity by two others, as colours. The format is that of the values.</summary>
/// <param name="Format">How values read.</param>
/// <param name="XName">What varies across.</param>
/// <param name="YName">What varies upwards.</param>
/// <param name="Xs">Its values, in order.</param>
/// <param name="Ys">The other's values, in order.</param>
/// <param name="Cells">The cells that exist.</param>
public sealed record HeatmapChart(
    AxisFormat Format,
    LocalText XName,
    LocalText YName,
    IReadOnlyList<LocalText> Xs,
    IReadOnlyList<LocalText> Ys,
    IReadOnlyList<HeatCell> Cells
) : ChartSpec(Format);
