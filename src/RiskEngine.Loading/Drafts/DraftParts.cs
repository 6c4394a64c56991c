using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Drafts;

/// <summary>A risk factor of a draft.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For readers.</param>
/// <param name="Kind">Its process, such as <c>student-t</c>.</param>
/// <param name="Parameters">Keys of its kind and common ones (<c>premium</c>), in the order to write them.</param>
/// <param name="Sources">Where numbers come from: by key, or all by <c>all</c>.</param>
public sealed record DraftFactor(
    string Id,
    LocalText Name,
    string Kind,
    IReadOnlyList<KeyValuePair<string, double>> Parameters,
    IReadOnlyDictionary<string, Source> Sources
);

/// <summary>The correlation of two factors' shocks.</summary>
/// <param name="First">A factor.</param>
/// <param name="Second">Another one.</param>
/// <param name="Value">-1 to 1.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record DraftCorrelation(string First, string Second, double Value, Source Source);

/// <summary>An instrument of a draft.</summary>
public sealed record DraftInstrument
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>For readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>For readers; may be empty.</summary>
    public string Symbol { get; init; } = "";

    /// <summary><c>equity</c>, <c>fund</c>, <c>cash</c> or <c>private</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Ids of groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>All its risk but events, a year; none for cash.</summary>
    public double? Volatility { get; init; }

    /// <summary>Log return per log move of each factor.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Exposures { get; init; } = [];

    /// <summary>What owing it costs a year beside what it earns; null where it is not owed.</summary>
    public double? BorrowCost { get; init; }

    /// <summary>Of a private company: how it may end, as YAML: <c>{ listing: { ... } }</c>; empty for others.</summary>
    public string Exits { get; init; } = "";

    /// <summary>Where numbers come from: by key, or all by <c>all</c>.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = new Dictionary<string, Source>();
}

/// <summary>A risk event of a draft.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For readers.</param>
/// <param name="Summary">For readers.</param>
/// <param name="Probability">That it occurs within the window, 0 to below 1.</param>
/// <param name="Within">The window from the as-of date, such as <c>1m</c>.</param>
/// <param name="Effects">What it does to the level of groups, instruments or factors.</param>
/// <param name="Sources">Where numbers come from: by key, or all by <c>all</c>.</param>
public sealed record DraftRisk(
    string Id,
    LocalText Name,
    LocalText Summary,
    double Probability,
    string Within,
    IReadOnlyList<DraftEffect> Effects,
    IReadOnlyDictionary<string, Source> Sources
)
{
    /// <summary><c>thesis/claim</c> that name it.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];
}

/// <summary>What an event does.</summary>
/// <param name="On">Ids of groups, instruments or factors.</param>
/// <param name="Size">As in a file: a relative change <c>-0.25</c>, or a distribution <c>{ pert: [-0.5, -0.3, -0.1] }</c>.</param>
public sealed record DraftEffect(IReadOnlyList<string> On, string Size);

/// <summary>A named variation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For readers.</param>
/// <param name="Summary">For readers.</param>
/// <param name="Set">Paths of values and what they become.</param>
public sealed record DraftCase(string Id, LocalText Name, LocalText Summary, IReadOnlyList<KeyValuePair<string, double>> Set);

/// <summary>A view: what the mean profit of an instrument is said to be at the middle horizon.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For readers.</param>
/// <param name="Claims">What it rests on, as <c>thesis/claim</c>.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Mean">Its profit from the as-of date to the middle horizon, as a part of its price.</param>
/// <param name="Confidence">How far it is trusted, above 0 to 1.</param>
/// <param name="Source">Where its numbers come from.</param>
public sealed record DraftView(
    string Id,
    LocalText Name,
    IReadOnlyList<string> Claims,
    string Instrument,
    double Mean,
    double Confidence,
    Source Source
);

/// <summary>A thesis: the text of its YAML file.</summary>
/// <param name="Id">Its id, which names the file.</param>
/// <param name="Text">The file's text, as scenarios/README.md describes thesis files.</param>
public sealed record DraftThesis(string Id, string Text);

/// <summary>A portfolio.</summary>
/// <param name="Id">Its id, which names the file.</param>
/// <param name="Name">For readers.</param>
/// <param name="Positions">What it holds, each instrument once.</param>
public sealed record DraftPortfolio(string Id, LocalText Name, IReadOnlyList<DraftPosition> Positions)
{
    /// <summary>The ratio of equity below which its broker calls for margin; null where it owes nothing.</summary>
    public double? Maintenance { get; init; }
}

/// <summary>A position of a portfolio.</summary>
/// <param name="Instrument">An instrument's id.</param>
/// <param name="Quantity">Below 0 for what is owed; not 0.</param>
/// <param name="Price">In the scenario's currency, above 0.</param>
/// <param name="Name">The broker's name of it; may be empty.</param>
public sealed record DraftPosition(string Instrument, double Quantity, double Price, string Name);
