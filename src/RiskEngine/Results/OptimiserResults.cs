using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>What an optimiser would hold from the as-of date to the headline horizon, beside the portfolios and the advice.</summary>
public sealed record OptimiserResults
{
    /// <summary>The horizon.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Number of paths that it looked at: the first of the run's.</summary>
    public required int Paths { get; init; }

    /// <summary>The instruments that it may hold; weights follow their order.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>The greatest weight of each.</summary>
    public required IReadOnlyList<double> Caps { get; init; }

    /// <summary>The frontier: the least 95% expected shortfall for rising mean profits.</summary>
    public required IReadOnlyList<OptimalWeights> Frontier { get; init; }

    /// <summary>Markowitz's frontier beside it: the least variance for rising mean profits, and the shortfall of those weights.</summary>
    public required IReadOnlyList<OptimalWeights> MeanVariance { get; init; }

    /// <summary>
    /// Weights at which every instrument with risk of its own adds the same to volatility; cash and what has no risk gets nothing.
    /// </summary>
    public required OptimalWeights RiskParity { get; init; }

    /// <summary>The portfolios: where they stand, and what the optimiser would do.</summary>
    public required IReadOnlyList<OptimisedPortfolio> Portfolios { get; init; }
}

/// <summary>Weights that add to one and what comes of them.</summary>
/// <param name="Weights">Weights, in the order of <see cref="OptimiserResults.Instruments"/>.</param>
/// <param name="Mean">Mean profit.</param>
/// <param name="Es95">Expected shortfall at 95%; a loss is positive.</param>
/// <param name="Gap">How much lower the least shortfall for that mean can be at most, proven; not a number for weights that minimise
/// something else.</param>
public sealed record OptimalWeights(IReadOnlyList<double> Weights, double Mean, double Es95, double Gap);

/// <summary>A portfolio beside what an optimiser would do.</summary>
public sealed record OptimisedPortfolio
{
    /// <summary>The portfolio.</summary>
    public required Portfolio Portfolio { get; init; }

    /// <summary>As held: weights on the as-of date (what is not among the instruments is left out), mean and shortfall.</summary>
    public required OptimalWeights AsHeld { get; init; }

    /// <summary>
    /// Following all: weights once all advice is in place, whatever its dates; mean and shortfall as simulated. The same as held where
    /// nothing trades.
    /// </summary>
    public required OptimalWeights FollowingAll { get; init; }

    /// <summary>The least shortfall with at least the mean profit of following all; null where no allowed weights reach it.</summary>
    public OptimalWeights? SameMean { get; init; }

    /// <summary>
    /// Which part of each recommendation to follow, none to all of it, for the least shortfall with at least the mean profit of holding;
    /// null where nothing trades.
    /// </summary>
    public AdviceMix? Advice { get; init; }
}

/// <summary>Recommendations followed in part.</summary>
/// <param name="Shares">Each traded recommendation and the part of it that is followed, 0 to 1.</param>
/// <param name="Mean">Mean profit.</param>
/// <param name="Es95">Expected shortfall at 95%; a loss is positive.</param>
/// <param name="Gap">How much lower the least shortfall can be at most, proven.</param>
/// <param name="Regret">The probability that holding ends higher, on the paths that the parts were chosen on; a tie does not count.</param>
public sealed record AdviceMix(IReadOnlyList<AdviceShare> Shares, double Mean, double Es95, double Gap, Estimate Regret);

/// <summary>How much of a recommendation is followed.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Share">The part, 0 to 1.</param>
public sealed record AdviceShare(Recommendation Recommendation, double Share);
