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
    /// <summary>The level of significance at which tests refuse a model unless told otherwise.</summary>
    public const double UsualSignificance = 0.05;

    /// <summary>The level of significance at which a test refuses a model, 0.0001 to 0.5.</summary>
    public double Significance { get; init; } = UsualSignificance;

    /// <summary>Simulations for the critical values of the ES tests: twenty of them lie below these, or more.</summary>
    public int Simulations => 64 * Math.Max(157, (int)Math.Ceiling(20 / Significance / 64));

    /// <summary>The probability of a breach, 1 - level.</summary>
    public double Tail => Math.Round(1 - Level, 12);
}
