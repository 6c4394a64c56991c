using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>A point of a curve, with a name beside it where one is given.</summary>
public sealed record CurvePoint(double X, double Y, LocalText? Name = null);

/// <summary>Points of one name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Points">The points.</param>
/// <param name="Colour">Which colour of the page's series, from 0: curves that belong together share it.</param>
/// <param name="Joined">Whether a line joins them; else each is a mark.</param>
/// <param name="Dashed">Whether the line is dashed.</param>
public sealed record Curve(LocalText Name, IReadOnlyList<CurvePoint> Points, int Colour, bool Joined, bool Dashed = false);

/// <summary>One quantity against another: a frontier, a worst case by its radius. The format is that of the vertical axis.</summary>
public sealed record CurvesChart(AxisFormat Format, LocalText YName, AxisFormat XFormat, LocalText XName, IReadOnlyList<Curve> Curves)
    : ChartSpec(Format);
