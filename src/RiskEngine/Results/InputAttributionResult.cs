using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Comparing;

namespace RiskEngine.Results;

/// <summary>What changed between two scenarios' base cases, and what each change does.</summary>
public sealed record InputAttributionResult
{
    /// <summary>The groups in which they differ; empty where nothing that is simulated does.</summary>
    public required IReadOnlyList<InputGroup> Changed { get; init; }

    /// <summary>Paths of each simulation.</summary>
    public required int Paths { get; init; }

    /// <summary>Seed of all simulations.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The horizon that shares are told at.</summary>
    public required Id<Horizon> Horizon { get; init; }

    /// <summary>
    /// The groups that were switched as one, in the order of shares; empty where the scenarios have no portfolio or not this horizon in
    /// common.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<InputGroup>> Parts { get; init; } = [];

    /// <summary>What each part does, for every portfolio that both have, as held and following all.</summary>
    public IReadOnlyList<InputShares> Shares { get; init; } = [];
}

/// <summary>How the difference of one portfolio's figures comes about.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following every recommendation of the scenario at hand.</param>
/// <param name="Total">The second less the first, path by path.</param>
/// <param name="Parts">The share of each part; they add up to the total.</param>
public sealed record InputShares(Id<Portfolio> Portfolio, HeadlineVariant Variant, Effect Total, IReadOnlyList<Effect> Parts);
