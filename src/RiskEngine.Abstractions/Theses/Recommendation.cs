using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Theses;

/// <summary>
/// A piece of advice, as an overlay trade. Buying: on <see cref="From"/> the part <see cref="Size"/> of the portfolio as held, its private
/// stakes aside, is turned into the targets, bought at their weights and left alone; on <see cref="Until"/> it is turned back into the
/// portfolio as held. Reducing: the part <see cref="Size"/> of each target holding is sold, and the money goes into what
/// <see cref="Funding"/> names: the portfolio as held in proportion (the target included, so that a holding that is avoided shrinks but
/// does not vanish), or cash. A private target can't be sold before its exit, nor bought after a sale or failure.
/// </summary>
public sealed record Recommendation
{
    /// <summary>The recommendation's id; unique in the scenario.</summary>
    public required Id<Recommendation> Id { get; init; }

    /// <summary>Its name for readers, short.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The claims it stands on; at least one.</summary>
    public required IReadOnlyList<ClaimRef> Claims { get; init; }

    /// <summary>The article's horizon it belongs to.</summary>
    public required Id<Horizon> Horizon { get; init; }

    /// <summary>The article's verb, a row of the scenario's conviction table.</summary>
    public required Conviction Conviction { get; init; }

    /// <summary>
    /// The part that is traded, 0 to 1: of the portfolio without its private stakes for buying, of each target holding for reducing. Zero
    /// for advice that only says to watch: it is reported and not simulated.
    /// </summary>
    public required double Size { get; init; }

    /// <summary>What is bought or sold, with weights that add to 1 for buying; empty for advice to watch.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>First trading day; a date of the time grid, the as-of date or later.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day the trade is undone; later than <see cref="From"/>.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Where the money comes from, or goes to when reducing.</summary>
    public Funding Funding { get; init; } = Funding.ProRata;

    /// <summary>
    /// Cost of turning holdings into the targets, or back, as a part of what is turned, 0 to 0.2; paid on each of the two days.
    /// </summary>
    public double Cost { get; init; }

    /// <summary>Other ways to read it, whose weights add to less than 1; empty where the article is plain.</summary>
    public IReadOnlyList<RecommendationReading> Readings { get; init; } = [];

    /// <summary>Whether it trades at all.</summary>
    public bool IsTraded => Size > 0 && Targets.Count > 0;
}

/// <summary>An instrument with its weight in a trade.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Weight">0 to 1; the weights of a trade add to 1.</param>
public sealed record Target(Id<Instrument> Instrument, double Weight);

/// <summary>Where a trade's money comes from.</summary>
public enum Funding
{
    /// <summary>From every position in proportion, private stakes aside: they can't be sold before an exit.</summary>
    ProRata,

    /// <summary>From the portfolio's cash, which must suffice.</summary>
    Cash,
}
