using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Results.Backtests;

/// <summary>
/// What a backtest found: plain data, ready to be written. Returns are logarithms of growth; VaR and ES are losses, above zero.
/// </summary>
/// <param name="EngineVersion">Version of the engine.</param>
/// <param name="Inputs">The price file, and the portfolio files where there are any.</param>
/// <param name="Settings">How it was made.</param>
/// <param name="Series">One a portfolio.</param>
public sealed record BacktestResults(
    string EngineVersion,
    IReadOnlyList<InputFile> Inputs,
    BacktestSettings Settings,
    IReadOnlyList<BacktestSeries> Series
)
{
    /// <summary>What could not be backtested, with the reason.</summary>
    public IReadOnlyList<LeftOutSeries> LeftOut { get; init; } = [];

    /// <summary>What the dates of the prices said and what was done about it, a sentence each.</summary>
    public IReadOnlyList<LocalText> Notices { get; init; } = [];
}

/// <summary>One portfolio under all models.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Holdings">Columns and their weights, which add to 1.</param>
/// <param name="LeftOut">Days on which a price was missing.</param>
/// <param name="Models">One a model, over the same days.</param>
public sealed record BacktestSeries(string Name, IReadOnlyList<BacktestHolding> Holdings, int LeftOut, IReadOnlyList<ModelBacktest> Models)
{
    /// <summary>The last day of the first forecast.</summary>
    public DateOnly First => Models[0].Points[0].Date;

    /// <summary>The last day of the last one.</summary>
    public DateOnly Last => Models[0].Points[^1].Date;
}

/// <summary>A part of a portfolio.</summary>
/// <param name="Column">The price column.</param>
/// <param name="Weight">Its part of the value, 0 to 1.</param>
public sealed record BacktestHolding(string Column, double Weight);
