using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>
/// The joint effect of all risks, or of all recommendations, shared among them (Shapley 1953): each gets the average of what it adds over
/// all orders in which they may come. Effects are with less without, on common random numbers; they add up to the effect of all.
/// </summary>
/// <param name="Over">Among what it is shared.</param>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">For risks as held or following all; for recommendations following all.</param>
/// <param name="Horizon">The headline horizon.</param>
/// <param name="Paths">How many paths each counterfactual was simulated on.</param>
/// <param name="IsExact">Whether all subsets were valued; else random orders.</param>
/// <param name="Shares">Each one's share.</param>
/// <param name="Pairs">How much any two do together beyond what each does; empty where not all subsets were valued.</param>
public sealed record ShapleyResult(
    ShapleyOver Over,
    Portfolio Portfolio,
    Variant Variant,
    Horizon Horizon,
    int Paths,
    bool IsExact,
    IReadOnlyList<ShapleyShare> Shares,
    IReadOnlyList<ShapleyPair> Pairs
);

/// <summary>Among what an effect is shared.</summary>
public enum ShapleyOver
{
    /// <summary>The named risks; deals stay as they are.</summary>
    Risks,

    /// <summary>The recommendations that trade.</summary>
    Recommendations,
}

/// <summary>One risk's or recommendation's share.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">Its Shapley values of mean profit, ES 95% and probability of loss.</param>
public sealed record ShapleyShare(string Id, LocalText Name, Effect Share);

/// <summary>How two act together.</summary>
/// <param name="First">Id of the one.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Mean">What both do to the mean profit beyond the sum of what each does.</param>
/// <param name="Es95">The same of ES 95%; above zero they make each other worse.</param>
public sealed record ShapleyPair(string First, string Second, Estimate Mean, Estimate Es95);
