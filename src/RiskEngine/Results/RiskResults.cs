using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Analysis.Findings;

namespace RiskEngine.Results;

/// <summary>All that one run found out: pure data, the only thing that reports are made from.</summary>
public sealed record RiskResults
{
    /// <summary>The scenario, as it was read.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Factors that were taken out because their processes failed.</summary>
    public IReadOnlyList<DroppedFactor> Dropped { get; init; } = [];

    /// <summary>The simulated cases in the scenario's order; <c>base</c> first when it was among them.</summary>
    public required IReadOnlyList<CaseResult> Cases { get; init; }

    /// <summary>What carries the answer of the base case; null where it was not simulated.</summary>
    public AttributionResults? Attribution { get; init; }

    /// <summary>Each event's effect on the base case, by runs with and without it on common random numbers.</summary>
    public required IReadOnlyList<EventEffectResult> EventEffects { get; init; }

    /// <summary>Expected return and volatility of every instrument in the base case, and where they come from.</summary>
    public required IReadOnlyList<ReturnDecomposition> Instruments { get; init; }

    /// <summary>The base case under the scenario's views; null where there are none or the base case was not simulated.</summary>
    public ViewResults? Views { get; init; }

    /// <summary>The base case if the model is wrong; null where that was not asked.</summary>
    public UncertaintyResults? Uncertainty { get; init; }

    /// <summary>How sure the headline figures are, all kinds of uncertainty together; null where that was not asked.</summary>
    public TotalUncertaintyResults? TotalUncertainty { get; init; }

    /// <summary>What each other reading of the articles would change; empty where there is none or it was not asked.</summary>
    public IReadOnlyList<ReadingResult> Readings { get; init; } = [];

    /// <summary>Paths for figures under changed settings; null where attribution was not measured.</summary>
    public WhatIfResult? WhatIf { get; init; }

    /// <summary>What an optimiser would hold; null where that was not asked.</summary>
    public OptimiserResults? Optimiser { get; init; }

    /// <summary>The scenario's limits and whether they hold; those of cases that were not simulated are absent.</summary>
    public required IReadOnlyList<LimitResult> Limits { get; init; }

    /// <summary>What the articles' own figures say of what they claim, and the contradictions of words that the files state.</summary>
    public IReadOnlyList<Finding> Findings => Audit.Of(Scenario.Base.Model.Theses);

    /// <summary>How sure the measure is that the run was to be sure of; null where the number of paths was fixed.</summary>
    public PrecisionReached? Precision { get; init; }

    /// <summary>Everything that was adjusted, ignored or taken as default, from reading to simulating.</summary>
    public required IReadOnlyList<Diagnostic> Notices { get; init; }

    /// <summary>The case that prices know; the first simulated one where <c>base</c> was not simulated.</summary>
    public CaseResult Base => Cases[0];

    /// <summary>
    /// Every measure of every case, portfolio, variant and horizon, one a row; in the order of the scenario and of the measures' catalogue.
    /// </summary>
    public IEnumerable<FigureRow> Rows() =>
        from simulated in Cases
        from portfolio in simulated.Portfolios
        from variant in portfolio.Variants
        from horizon in variant.Horizons
        from measure in horizon.Measures
        select new FigureRow(
            portfolio.Portfolio.Id.Value,
            variant.Variant.Id,
            simulated.Case.Id.Value,
            horizon.Horizon.Id.Value,
            measure.Key.Id,
            measure.Value.Value,
            measure.Value.StandardError,
            measure.Value.Low,
            measure.Value.High
        );

    /// <summary>Whether any limit is breached.</summary>
    public bool AnyLimitBreached => Limits.Any(l => !l.Holds);
}
