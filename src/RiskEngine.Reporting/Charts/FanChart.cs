using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>Quantiles of a quantity over dates, one value a date in each list.</summary>
public sealed record Bands(
    LocalText Name,
    IReadOnlyList<double> P5,
    IReadOnlyList<double> P25,
    IReadOnlyList<double> P50,
    IReadOnlyList<double> P75,
    IReadOnlyList<double> P95
);

/// <summary>A day with a name: a horizon's end.</summary>
public sealed record NamedDate(DateOnly Date, LocalText Name);

/// <summary>A day with a value of a forecast path.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">The value.</param>
/// <param name="IsFromArticle">Whether an article gives it; else the scenario assumes it.</param>
public sealed record DatedPoint(DateOnly Date, double Value, bool IsFromArticle);

/// <summary>Bands of portfolio values over dates, with the horizons marked.</summary>
public sealed record FanChart(
    AxisFormat Format,
    IReadOnlyList<DateOnly> Dates,
    IReadOnlyList<Bands> Series,
    IReadOnlyList<NamedDate> Horizons
) : ChartSpec(Format);

/// <summary>Bands of one risk factor over dates, beside the dated points of its forecast.</summary>
public sealed record ForecastChart(AxisFormat Format, IReadOnlyList<DateOnly> Dates, Bands Bands, IReadOnlyList<DatedPoint> Points)
    : ChartSpec(Format);
