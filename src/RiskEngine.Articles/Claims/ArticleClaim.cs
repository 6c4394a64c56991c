using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Something that an article says and the engine can use, with the characters that say it.</summary>
public abstract record ArticleClaim
{
    /// <summary>Its id within the article: made from what it says, so that it survives changes elsewhere in the text.</summary>
    public string Id { get; init; } = "";

    /// <summary>The sentence that says it.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Other characters it rests on: a heading that gives the horizon, the headings of table columns.</summary>
    public IReadOnlyList<Evidence> Context { get; init; } = [];

    /// <summary>What kind of claim it is, in one word.</summary>
    public abstract string Kind { get; }
}

/// <summary>Where advice points.</summary>
public enum AdviceDirection
{
    /// <summary>To look, not to trade.</summary>
    Watch,

    /// <summary>To buy or hold more.</summary>
    Buy,

    /// <summary>To sell or hold less.</summary>
    Reduce,
}

/// <summary>One way to read advice.</summary>
/// <param name="Horizon">How long it is meant for.</param>
/// <param name="Verb">A row of the conviction table.</param>
/// <param name="Weight">How likely this is what was meant; weights of all readings add to 1.</param>
public sealed record AdviceReading(HorizonBucket Horizon, string Verb, double Weight);

/// <summary>Advice to buy, sell or watch something.</summary>
public sealed record AdviceClaim : ArticleClaim
{
    /// <inheritdoc/>
    public override string Kind => "recommendation";

    /// <summary>Whose advice it is; null for the article's author.</summary>
    public string? Who { get; init; }

    /// <summary>The article's own words for what to do.</summary>
    public required string Phrase { get; init; }

    /// <summary>A row of the conviction table: <c>watch</c>, <c>favour</c>, <c>position</c>, <c>invest</c>, <c>bet</c>, <c>reduce</c>,
    /// <c>avoid</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Where it points.</summary>
    public required AdviceDirection Direction { get; init; }

    /// <summary>What it is about; empty where the article names nothing that is known.</summary>
    public IReadOnlyList<EntityMention> Targets { get; init; } = [];

    /// <summary>How long it is meant for; null where the article does not say.</summary>
    public HorizonExpression? Horizon { get; init; }

    /// <summary>The ways to read it, most likely first.</summary>
    public required IReadOnlyList<AdviceReading> Readings { get; init; }
}

/// <summary>A risk that an article names.</summary>
public sealed record RiskClaim : ArticleClaim
{
    /// <inheritdoc/>
    public override string Kind => "risk";

    /// <summary>The article's words for it.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of risk, a row of the word list: <c>supply-chain</c>, <c>valuation</c>, <c>other</c>, ...</summary>
    public required string RiskKind { get; init; }

    /// <summary>Who or what is named with it.</summary>
    public IReadOnlyList<EntityMention> About { get; init; } = [];
}

/// <summary>One figure of a series.</summary>
/// <param name="Label">Heading of its column.</param>
/// <param name="Year">The year it is of; null where the heading names none.</param>
/// <param name="IsEstimate">Marked as an estimate.</param>
/// <param name="Quantity">The figure.</param>
public sealed record SeriesPoint(string Label, int? Year, bool IsEstimate, Quantity Quantity);

/// <summary>A row of figures in a table.</summary>
public sealed record SeriesClaim : ArticleClaim
{
    /// <inheritdoc/>
    public override string Kind => "series";

    /// <summary>What the row is about.</summary>
    public required string Name { get; init; }

    /// <summary>What the table is about; empty where it has no caption.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Its figures from the left.</summary>
    public required IReadOnlyList<SeriesPoint> Points { get; init; }
}

/// <summary>A statement about a figure or fact to come.</summary>
public sealed record PredictionClaim : ArticleClaim
{
    /// <inheritdoc/>
    public override string Kind => "prediction";

    /// <summary>Whose forecast it is; null for the article's author.</summary>
    public string? Who { get; init; }

    /// <summary>What it is about, in the article's words.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is about, as far as it is known.</summary>
    public IReadOnlyList<EntityMention> About { get; init; } = [];

    /// <summary>The day by which it is to be so; null where the article names none.</summary>
    public DateExpression? Date { get; init; }

    /// <summary>The figure; null where it is a matter of yes or no.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Whether the figure is a price target.</summary>
    public bool IsPriceTarget { get; init; }
}

/// <summary>Who gains or loses.</summary>
public sealed record OutlookClaim : ArticleClaim
{
    /// <inheritdoc/>
    public override string Kind => Gains ? "gainer" : "loser";

    /// <summary>Whether it gains.</summary>
    public required bool Gains { get; init; }

    /// <summary>The article's words for who it is.</summary>
    public required string Subject { get; init; }

    /// <summary>Who it is, as far as it is known.</summary>
    public IReadOnlyList<EntityMention> About { get; init; } = [];
}

/// <summary>Something to observe.</summary>
public sealed record IndicatorClaim : ArticleClaim
{
    /// <inheritdoc/>
    public override string Kind => "indicator";

    /// <summary>The article's words for it.</summary>
    public required string Name { get; init; }
}

/// <summary>What a deal is.</summary>
public enum DealKind
{
    /// <summary>One company buys another.</summary>
    Acquisition,

    /// <summary>A contract or order.</summary>
    Contract,

    /// <summary>A stake or funding round.</summary>
    Investment,
}

/// <summary>A deal between companies.</summary>
public sealed record DealClaim : ArticleClaim
{
    /// <inheritdoc/>
    public override string Kind => "deal";

    /// <summary>What it is.</summary>
    public required DealKind DealKind { get; init; }

    /// <summary>Its parties; of an acquisition the buyer first.</summary>
    public required IReadOnlyList<EntityMention> Parties { get; init; }

    /// <summary>Its amount; null where the article gives none.</summary>
    public Quantity? Amount { get; init; }
}
