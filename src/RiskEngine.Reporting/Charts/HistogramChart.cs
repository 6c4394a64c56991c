using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Charts;

/// <summary>A value marked on a distribution: a VaR, an ES.</summary>
public sealed record Mark(double Value, Text Name);

/// <summary>One distribution: the share of paths in each bin (they add to one) and its marks.</summary>
public sealed record Distribution(Text Name, IReadOnlyList<double> Shares, IReadOnlyList<Mark> Marks);

/// <summary>Distributions over the same bins.</summary>
/// <param name="Format">How values on the axis read.</param>
/// <param name="Edges">The bins' edges, ascending, one more than there are shares.</param>
/// <param name="Series">The distributions.</param>
public sealed record HistogramChart(AxisFormat Format, IReadOnlyList<double> Edges, IReadOnlyList<Distribution> Series) : ChartSpec(Format);
