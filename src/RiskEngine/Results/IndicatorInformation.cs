using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>What reading an indicator would tell: the thesis and the profit on either side of a level.</summary>
/// <param name="Thesis">The thesis that names it.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Judged">
/// The predictions by which the thesis is judged: it comes true on a path where more than half of them do. Its own, or those of all theses
/// where it makes none; empty where there are none.
/// </param>
/// <param name="ThesisTrue">Probability that it comes true, whatever the indicator reads; not available without predictions.</param>
/// <param name="Horizon">When profits are taken: the first horizon on the indicator's date or later, or the last.</param>
/// <param name="Readings">The levels: the one that tells most first, then those that the file names.</param>
public sealed record IndicatorInformation(
    Thesis Thesis,
    Indicator Indicator,
    IReadOnlyList<Prediction> Judged,
    Estimate ThesisTrue,
    Horizon Horizon,
    IReadOnlyList<IndicatorReading> Readings
);

/// <summary>What is the case above and below one level of an indicator.</summary>
/// <param name="Kind">Where the level comes from.</param>
/// <param name="Level">The level, in the factor's unit.</param>
/// <param name="Above">On the paths that end above it.</param>
/// <param name="Below">On the others.</param>
public sealed record IndicatorReading(ReadingKind Kind, double Level, ReadingSide Above, ReadingSide Below);

/// <summary>Where an indicator's level comes from.</summary>
public enum ReadingKind
{
    /// <summary>Of its 10%, 15%, ... 90% quantiles, the one that moves the thesis's probability most.</summary>
    MostInformative,

    /// <summary>The file's confirming level.</summary>
    Confirms,

    /// <summary>The file's refuting level.</summary>
    Refutes,
}

/// <summary>The paths on one side of a level.</summary>
/// <param name="Probability">How many they are.</param>
/// <param name="ThesisTrue">How often the thesis comes true on them.</param>
/// <param name="Profits">Mean profits on them.</param>
public sealed record ReadingSide(Estimate Probability, Estimate ThesisTrue, IReadOnlyList<ConditionalProfit> Profits);

/// <summary>A portfolio's profit on some of the paths.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="AsHeld">Mean profit as held.</param>
/// <param name="FollowingAdds">Mean of what following all adds, path by path.</param>
public sealed record ConditionalProfit(Portfolio Portfolio, Estimate AsHeld, Estimate FollowingAdds);
