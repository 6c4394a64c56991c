using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results.Backtests.Fans;

/// <summary>How forecasts of whole distributions are backtested.</summary>
/// <param name="Horizons">How far ahead, rising, at least one.</param>
/// <param name="Origins">How far apart the dates are at which forecasts are made.</param>
/// <param name="Paths">Simulated paths a forecast, 1,000 or more.</param>
/// <param name="Seed">Of the random streams.</param>
/// <param name="RiskFreeRate">Risk-free rate a year, continuously compounded, the same at all dates.</param>
/// <param name="From">First date at which a forecast is made; null for the first with enough history.</param>
/// <param name="Until">Last day of prices; null for all.</param>
/// <param name="Window">How many trading days before each origin are seen; null for all.</param>
public sealed record FanBacktestSettings(
    IReadOnlyList<Tenor> Horizons,
    OriginSpacing Origins,
    int Paths = 2_000,
    ulong Seed = 1,
    double RiskFreeRate = 0.02,
    DateOnly? From = null,
    DateOnly? Until = null,
    int? Window = null
)
{
    /// <summary>Probabilities of the central bands whose coverage is told.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.5, 0.8, 0.9];

    /// <summary>How many months lie between origins.</summary>
    public int MonthsApart =>
        Origins switch
        {
            OriginSpacing.Monthly => 1,
            OriginSpacing.Quarterly => 3,
            _ => 12,
        };

    /// <summary>How many consecutive origins share outcomes at a horizon; 1 where none do.</summary>
    public int PeriodsOf(Tenor horizon) => Math.Max(1, (int)Math.Ceiling((12 * horizon.Years / MonthsApart) - 0.05));
}
