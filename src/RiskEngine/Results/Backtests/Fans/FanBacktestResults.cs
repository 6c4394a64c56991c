using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Results.Backtests.Fans;

/// <summary>What a backtest of fans found: plain data, ready to be written.</summary>
/// <param name="EngineVersion">Version of the engine.</param>
/// <param name="Inputs">The price file, and the portfolio files where there are any.</param>
/// <param name="Settings">How it was made.</param>
/// <param name="Origins">The dates at which forecasts were made, rising.</param>
/// <param name="Method">How the last forecast was calibrated, in words.</param>
/// <param name="Instruments">All columns together, one entry a horizon.</param>
/// <param name="Portfolios">All portfolios together, one entry a horizon; empty where there is none.</param>
/// <param name="Series">Portfolios, then columns.</param>
public sealed record FanBacktestResults(
    string EngineVersion,
    IReadOnlyList<InputFile> Inputs,
    FanBacktestSettings Settings,
    IReadOnlyList<DateOnly> Origins,
    LocalText Method,
    IReadOnlyList<FanScore> Instruments,
    IReadOnlyList<FanScore> Portfolios,
    IReadOnlyList<FanSeries> Series
)
{
    /// <summary>What could not be backtested, with the reason.</summary>
    public IReadOnlyList<LeftOutSeries> LeftOut { get; init; } = [];

    /// <summary>What else is to be known, a sentence each.</summary>
    public IReadOnlyList<LocalText> Notices { get; init; } = [];
}
