using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>A value marked on a distribution: a VaR, an ES.</summary>
public sealed record Mark(double Value, LocalText Name);

/// <summary>One distribution over equal bins of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">Lower edge of the first bin.</param>
/// <param name="Width">Width of a bin.</param>
/// <param name="Shares">Share of paths in each bin, 0 to 1.</param>
/// <param name="Marks">Values marked on it.</param>
public sealed record Distribution(LocalText Name, double Low, double Width, IReadOnlyList<double> Shares, IReadOnlyList<Mark> Marks);

/// <summary>Distributions over one axis, drawn as densities so that bins of different widths compare.</summary>
public sealed record HistogramChart(AxisFormat Format, IReadOnlyList<Distribution> Series) : ChartSpec(Format);
