using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Charts;

/// <summary>A point of a curve.</summary>
public sealed record CurvePoint(double X, double Y);

/// <summary>Points of one name: joined by a line, or each for itself.</summary>
public sealed record Curve(Text Name, IReadOnlyList<CurvePoint> Points, bool Joined);

/// <summary>One quantity against another: a frontier, a worst case by its radius. The format is that of the vertical axis.</summary>
public sealed record CurvesChart(AxisFormat Format, Text YName, AxisFormat XFormat, Text XName, IReadOnlyList<Curve> Curves) : ChartSpec(Format);
