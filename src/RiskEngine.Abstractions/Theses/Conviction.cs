namespace RiskEngine.Abstractions.Theses;

/// <summary>Which way a verb of advice trades.</summary>
public enum Direction
{
    /// <summary>Look, do not trade.</summary>
    Watch,

    /// <summary>Buy.</summary>
    Buy,

    /// <summary>Sell part of what is held.</summary>
    Reduce,
}

/// <summary>How strongly a verb of advice is meant, and what it trades: a row of the scenario's conviction table.</summary>
/// <param name="Verb">The verb, for example <c>invest</c>.</param>
/// <param name="Direction">Which way it trades.</param>
/// <param name="Size">The part traded, 0 to 1: of the portfolio for buying, of the holding for reducing, 0 for watching.</param>
public sealed record Conviction(string Verb, Direction Direction, double Size)
{
    /// <summary>The table used where a scenario gives none of its own.</summary>
    public static IReadOnlyList<Conviction> Defaults { get; } =
    [
        new("watch", Direction.Watch, 0),
        new("favour", Direction.Buy, 0.02),
        new("position", Direction.Buy, 0.04),
        new("invest", Direction.Buy, 0.05),
        new("bet", Direction.Buy, 0.06),
        new("reduce", Direction.Reduce, 0.5),
        new("avoid", Direction.Reduce, 1),
    ];
}
