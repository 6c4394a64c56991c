using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>A claim, what of the simulation rests on it, and what changes if it is false.</summary>
/// <param name="Thesis">The thesis that makes it.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Uses">What rests on it.</param>
/// <param name="Effects">
/// The base case without what rests on it, less the base case, at the headline horizon, for every portfolio as held and following all;
/// empty where it carries nothing that is simulated on portfolios.
/// </param>
/// <param name="Paths">How many paths the counterfactual was simulated on.</param>
public sealed record ClaimResult(Thesis Thesis, Claim Claim, IReadOnlyList<ClaimUse> Uses, IReadOnlyList<ClaimEffect> Effects, int Paths)
{
    /// <summary>
    /// For every portfolio, how probable it may be that the claim is false before following all no longer has another mean profit than as
    /// held; none where nothing trades or the claim carries nothing that is simulated.
    /// </summary>
    public IReadOnlyList<ClaimBreakEven> BreakEvens { get; init; } = [];
}

/// <summary>How wrong a claim may be before an answer turns.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Advantage">Mean profit following all, less that as held, at the headline horizon, if the claim holds.</param>
/// <param name="IfFalse">The same if it is false.</param>
/// <param name="Probability">
/// The probability of being false at which the two are equal on average: advantage / (advantage - if false). Not a number where no
/// probability does that.
/// </param>
public sealed record ClaimBreakEven(Portfolio Portfolio, Estimate Advantage, Estimate IfFalse, Estimate Probability);

/// <summary>Something that rests on a claim.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; of a number the path, of an exposure the factor's.</param>
/// <param name="Name">Its name for readers.</param>
public sealed record ClaimUse(ClaimUseKind Kind, string Id, LocalText Name);

/// <summary>What rests on a claim, and what becomes of it when the claim is false.</summary>
public enum ClaimUseKind
{
    /// <summary>A forecast path: the factor stays where it is while prices expect the forecast.</summary>
    Forecast,

    /// <summary>An exposure: the factor no longer moves those who were said to gain or lose.</summary>
    Exposure,

    /// <summary>A named risk: it never occurs.</summary>
    Risk,

    /// <summary>A deal: it does not close, and does not move anything.</summary>
    Deal,

    /// <summary>Advice: it is not followed.</summary>
    Recommendation,

    /// <summary>A prediction; moves nothing.</summary>
    Prediction,

    /// <summary>An indicator; moves nothing.</summary>
    Indicator,

    /// <summary>Another number that the article gives; it is kept.</summary>
    Number,

    /// <summary>A check of the articles; moves nothing.</summary>
    Check,
}

/// <summary>What changes if a claim is false.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Change">Without what rests on it, less the base case.</param>
public sealed record ClaimEffect(Portfolio Portfolio, Variant Variant, Horizon Horizon, Effect Change);
