using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>An estimate with the ends of its 95% interval.</summary>
public sealed record Dot(double Value, double Low, double High);

/// <summary>A row of dots, one a series; <see langword="null"/> where a figure does not exist.</summary>
public sealed record DotRow(LocalText Name, IReadOnlyList<Dot?> Dots);

/// <summary>Estimates with error bars, one row an item, one kind of mark a series.</summary>
public abstract record DotsChart(AxisFormat Format, IReadOnlyList<LocalText> Series, IReadOnlyList<DotRow> Items) : ChartSpec(Format);

/// <summary>Effects against a line at zero: what each recommendation or risk does.</summary>
public sealed record EffectsChart(AxisFormat Format, IReadOnlyList<LocalText> Series, IReadOnlyList<DotRow> Items)
    : DotsChart(Format, Series, Items);

/// <summary>Cases side by side: the same measures of each.</summary>
public sealed record CasesChart(AxisFormat Format, IReadOnlyList<LocalText> Series, IReadOnlyList<DotRow> Items)
    : DotsChart(Format, Series, Items);

/// <summary>Probabilities between never and always.</summary>
public sealed record ProbabilitiesChart(AxisFormat Format, IReadOnlyList<LocalText> Series, IReadOnlyList<DotRow> Items)
    : DotsChart(Format, Series, Items);
