using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Drafts;

/// <summary>A holding that a scenario is to be drafted for.</summary>
/// <param name="Code">Symbol, ISIN or other code, or a name, as the file has it.</param>
/// <param name="Quantity">Below 0 for what is owed; not 0.</param>
/// <param name="Price">Of one, in <paramref name="Currency"/>, above 0.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Name">The broker's name of it; may be empty.</param>
/// <param name="Location">Where it stands.</param>
public sealed record DraftHolding(string Code, double Quantity, double Price, string Currency, string Name, SourceLocation Location)
{
    /// <summary>What its own prices say; null without prices.</summary>
    public HoldingEstimate? Estimate { get; init; }
}

/// <summary>What a history of a holding's prices says of its risk.</summary>
/// <param name="Record">How it was estimated.</param>
/// <param name="Volatility">A year.</param>
/// <param name="VolatilityError">Its standard error.</param>
public sealed record HoldingEstimate(CalibrationRecord Record, double Volatility, double VolatilityError)
{
    /// <summary>Its beta to a factor whose fund stands beside it in the price file; null where there is none.</summary>
    public (string Factor, double Beta, double Error)? Beta { get; init; }
}

/// <summary>What a draft is made with, beside the holdings.</summary>
public sealed record DraftSettings
{
    /// <summary>The scenario's id; empty for its folder's name.</summary>
    public string Id { get; init; } = "";

    /// <summary>For readers.</summary>
    public required string Name { get; init; }

    /// <summary>The day of all holdings and prices.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The scenario's currency.</summary>
    public required string Currency { get; init; }

    /// <summary>What one unit of another currency is worth in the scenario's.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; init; } = new Dictionary<string, double>();

    /// <summary>Codes that the user maps to a factor of the reference market.</summary>
    public IReadOnlyDictionary<string, string> As { get; init; } = new Dictionary<string, string>();

    /// <summary>What the thesis is about; empty for no title.</summary>
    public string Theme { get; init; } = "";

    /// <summary>The file that the holdings come from, for comments.</summary>
    public required string File { get; init; }
}

/// <summary>A scenario drafted for holdings.</summary>
/// <param name="Scenario">What to write.</param>
/// <param name="Assumed">Share of the portfolio's variance from holdings whose risk is assumed, not estimated; 0 to 1.</param>
/// <param name="Value">What the holdings are worth, in the scenario's currency.</param>
public sealed record HoldingsDraft(ScenarioDraft Scenario, double Assumed, double Value);
