using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Loading;

/// <summary>What reading a scenario needs to know beside its folder.</summary>
public sealed record ReadOptions
{
    /// <summary>The factor kinds that files may use.</summary>
    public required FactorCatalogue Kinds { get; init; }

    /// <summary>The kinds of priced instruments that files may use; none unless told otherwise.</summary>
    public PricingCatalogue Pricing { get; init; } = new([]);

    /// <summary>Ids of the measures that limits may name.</summary>
    public IReadOnlyCollection<string> Measures { get; init; } = [.. MeasureKinds.All.Select(m => m.Id)];

    /// <summary>Reads portfolios that are not in the project's own form; null where there is none.</summary>
    public IPortfolioImporter? PortfolioImporter { get; init; }

    /// <summary>Reads histories of prices that are not in the project's own form; null where there is none.</summary>
    public IPriceImporter? PriceImporter { get; init; }

    /// <summary>
    /// Values that replace what the files say, as <c>PATH=VALUE</c>: <c>risks.supply-chain.probability=0.7</c>. They change the scenario
    /// itself, before any case; a later one counts over an earlier one.
    /// </summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>
    /// Ids of the cases to read beside the base case; null for all. The others are checked for nothing but their ids, which saves time
    /// where a scenario is read many times.
    /// </summary>
    public IReadOnlyCollection<string>? Cases { get; init; }

    /// <summary>
    /// Whether to note where each number stands and comes from (<see cref="Abstractions.Scenarios.Scenario.Ledger"/>). Without it findings
    /// about the whole scenario have no place, which saves time where a scenario is read many times.
    /// </summary>
    public bool Ledger { get; init; } = true;
}
