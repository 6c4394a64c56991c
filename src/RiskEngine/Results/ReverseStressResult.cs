using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>What the paths that lose so much have in common, in the base case.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Loss">The loss relative to the start value that these paths reach or exceed.</param>
/// <param name="IsNamed">Whether the scenario names the loss; else it is that of the worst paths.</param>
/// <param name="Probability">Share of paths that lose as much.</param>
/// <param name="TailPaths">How many paths these are, of the first 131,072 at most; below 20 the lists are empty.</param>
/// <param name="WorstLoss">The largest loss on any path.</param>
/// <param name="GaussianDistance">Mahalanobis distance of the most likely set of moves, in standard deviations; not a number without
/// factors.</param>
/// <param name="Moves">How far factors moved, the furthest first.</param>
/// <param name="OwnRisk">What own risks, exits and events contribute in the most likely set, in standard deviations of that rest; not a
/// number without factors.</param>
/// <param name="Occurrences">Events and exits, the most over-represented first.</param>
/// <param name="Claims">Claims that can be judged on a path, the most often failing on the tail paths first.</param>
/// <param name="Together">Which of them fail together.</param>
/// <param name="Representative">The representative path; null where none of them was kept over time.</param>
public sealed record ReverseStressResult(
    Portfolio Portfolio,
    Variant Variant,
    Horizon Horizon,
    double Loss,
    bool IsNamed,
    Estimate Probability,
    int TailPaths,
    double WorstLoss,
    double GaussianDistance,
    IReadOnlyList<StressMove> Moves,
    double OwnRisk,
    IReadOnlyList<StressOccurrence> Occurrences,
    IReadOnlyList<StressClaim> Claims,
    StressTogether Together,
    RepresentativePath? Representative
);

/// <summary>How a factor stands on the tail paths.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Usual">Its mean over all paths, in its unit (of factors that move by percentages the geometric mean).</param>
/// <param name="Bad">Its mean over the tail paths, likewise.</param>
/// <param name="Deviations">The difference, in standard deviations over all paths of its value (or its logarithm).</param>
/// <param name="MostLikely">Its move in the most likely set of moves to that loss, in standard deviations.</param>
public sealed record StressMove(RiskFactor Factor, double Usual, double Bad, Estimate Deviations, double MostLikely);

/// <summary>Something that happens on some paths by the horizon.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Id of the event or company.</param>
/// <param name="Name">Its name.</param>
/// <param name="Among">Its probability on the tail paths.</param>
/// <param name="Elsewhere">Its probability on the others.</param>
/// <param name="Ratio">The likelihood ratio: the first by the second; not available where it never happens.</param>
public sealed record StressOccurrence(OccurrenceKind Kind, string Id, LocalText Name, Estimate Among, Estimate Elsewhere, Estimate Ratio);

/// <summary>What can happen on a path.</summary>
public enum OccurrenceKind
{
    /// <summary>A risk occurs.</summary>
    Risk,

    /// <summary>A deal closes.</summary>
    Deal,

    /// <summary>A private company is listed.</summary>
    Listing,

    /// <summary>A private company is bought.</summary>
    Sale,

    /// <summary>A private company raises money at a lower value.</summary>
    DownRound,

    /// <summary>A private company fails.</summary>
    Failure,
}

/// <summary>How often a claim fails on the tail paths.</summary>
/// <param name="Claims">The claim, or several that stand and fall with the same outcome.</param>
/// <param name="Fails">What counts as failing.</param>
/// <param name="Among">On the tail paths.</param>
/// <param name="Elsewhere">On the others.</param>
/// <param name="Ratio">The likelihood ratio.</param>
public sealed record StressClaim(IReadOnlyList<ClaimRef> Claims, ClaimFailure Fails, Estimate Among, Estimate Elsewhere, Estimate Ratio);

/// <summary>When a claim counts as failed on a path.</summary>
public enum ClaimFailure
{
    /// <summary>A forecast: less than half of its move by the horizon comes.</summary>
    ForecastFallsShort,

    /// <summary>Those said to gain do worse by the horizon than the average of all instruments that are not cash.</summary>
    GainersLag,

    /// <summary>Those said to lose do better than that average.</summary>
    LosersLead,

    /// <summary>Following the advice leaves less than not following it.</summary>
    AdviceLoses,

    /// <summary>The prediction does not come true on its day.</summary>
    PredictionFails,
}

/// <summary>Claims that fail together.</summary>
/// <param name="Claims">They, as indices into the list of claims.</param>
/// <param name="Among">Share of the tail paths on which all of them fail.</param>
/// <param name="Overall">Share of all paths on which all of them fail.</param>
public sealed record StressTogether(IReadOnlyList<int> Claims, double Among, double Overall);

/// <summary>The representative path of the tail as a dated timeline.</summary>
/// <param name="Path">Its number, from 0.</param>
/// <param name="Entries">What happens, in order of the dates.</param>
public sealed record RepresentativePath(int Path, IReadOnlyList<PathEntry> Entries);

/// <summary>One day of the timeline.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">The portfolio's value then, 1 at the start; not a number between dates that were kept.</param>
/// <param name="Occurrences">What occurred in the step that ends on the day.</param>
/// <param name="Factors">How far the factors that stand furthest from their usual value are from it.</param>
public sealed record PathEntry(
    DateOnly Date,
    double Value,
    IReadOnlyList<PathOccurrence> Occurrences,
    IReadOnlyList<PathFactorMove> Factors
);

/// <summary>Something that occurred on the path.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Whose.</param>
public sealed record PathOccurrence(OccurrenceKind Kind, LocalText Name);

/// <summary>A factor that stands out on the path on a day.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Value">Its value, in its unit.</param>
/// <param name="Deviations">How many standard deviations of that day it is away from its mean.</param>
public sealed record PathFactorMove(RiskFactor Factor, double Value, double Deviations);
