namespace RiskEngine.Results.Backtests;

/// <summary>How a backtest is made.</summary>
/// <param name="Level">Confidence of VaR and ES, such as 0.99.</param>
/// <param name="Window">How many daily returns each forecast sees.</param>
/// <param name="Periods">How many trading days each forecast is for: 1, 5, 21. Their returns do not overlap.</param>
/// <param name="Refit">Parameters that take a search are fitted anew every so many trading days.</param>
/// <param name="Seed">Of the random streams.</param>
/// <param name="From">First day that is forecast; null for all that have a full window before them.</param>
/// <param name="Until">Last day of prices; null for all.</param>
public sealed record BacktestSettings(
    double Level = 0.99,
    int Window = 500,
    int Periods = 1,
    int Refit = 20,
    ulong Seed = 1,
    DateOnly? From = null,
    DateOnly? Until = null
)
{
    /// <summary>Simulations for the critical values of the ES tests.</summary>
    public const int Simulations = 157 * 64;

    /// <summary>The level of significance at which a test refuses a model.</summary>
    public const double Significance = 0.05;

    /// <summary>The probability of a breach, 1 - level.</summary>
    public double Tail => Math.Round(1 - Level, 12);
}
