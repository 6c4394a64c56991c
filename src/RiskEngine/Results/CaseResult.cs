using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Results;

/// <summary>One case, simulated and measured.</summary>
public sealed record CaseResult
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>Every portfolio, in the scenario's order.</summary>
    public required IReadOnlyList<PortfolioResult> Portfolios { get; init; }

    /// <summary>Every prediction, scored on the paths.</summary>
    public required IReadOnlyList<PredictionResult> Predictions { get; init; }

    /// <summary>Every indicator.</summary>
    public required IReadOnlyList<IndicatorResult> Indicators { get; init; }

    /// <summary>Every factor's distribution over time, in the unit of its value.</summary>
    public required IReadOnlyList<FactorFan> Factors { get; init; }

    /// <summary>How often each event occurs.</summary>
    public required IReadOnlyList<EventResult> Events { get; init; }

    /// <summary>How the private companies fared.</summary>
    public required IReadOnlyList<PrivateCompanyResult> PrivateCompanies { get; init; }

    /// <summary>How likely calls for margin are, of portfolios that owe something and keep a ratio.</summary>
    public IReadOnlyList<MarginResult> Margins { get; init; } = [];
}
