using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Data;

/// <summary>All of results.json; reports/README.md says what each key means. Ids join what belongs together.</summary>
public sealed record ResultsData
{
    /// <summary>The version of the shape that this program writes and reads. It rises when a key changes its meaning or goes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of the shape.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The engine's version.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>What was simulated.</summary>
    public required ScenarioData Scenario { get; init; }

    /// <summary>The cases, base first.</summary>
    public required IReadOnlyList<CaseData> Cases { get; init; }

    /// <summary>What carries the answer of the base case; null where it was not simulated.</summary>
    public AttributionData? Attribution { get; init; }

    /// <summary>What each event does to each portfolio in the base case.</summary>
    public required IReadOnlyList<EventEffectData> EventEffects { get; init; }

    /// <summary>What the base case expects of each instrument.</summary>
    public required IReadOnlyList<InstrumentData> Instruments { get; init; }

    /// <summary>The base case under the scenario's views; absent where there are none.</summary>
    public ViewsData? Views { get; init; }

    /// <summary>The base case if the model is wrong; absent where that was not asked.</summary>
    public UncertaintyData? Uncertainty { get; init; }

    /// <summary>How sure the headline figures are; absent where that was not asked.</summary>
    public TotalUncertaintyData? TotalUncertainty { get; init; }

    /// <summary>What an optimiser would hold; absent where that was not asked.</summary>
    public OptimiserData? Optimiser { get; init; }

    /// <summary>Limits, held or breached.</summary>
    public required IReadOnlyList<LimitData> Limits { get; init; }

    /// <summary>Contradictions found in the articles.</summary>
    public required IReadOnlyList<FindingData> Findings { get; init; }

    /// <summary>What each other reading of the articles would change.</summary>
    public IReadOnlyList<ReadingData> Readings { get; init; } = [];

    /// <summary>Whatever was adjusted, ignored or taken as default.</summary>
    public required IReadOnlyList<NoticeData> Notices { get; init; }
}

/// <summary>The scenario as far as figures need it.</summary>
public sealed record ScenarioData(
    string Id,
    LocalText Name,
    DateOnly AsOf,
    string Currency,
    int Paths,
    string Step,
    ulong Seed,
    double LargeLoss,
    IReadOnlyList<HorizonData> Horizons,
    IReadOnlyList<PortfolioData> Portfolios,
    IReadOnlyList<RecommendationData> Recommendations
);

/// <summary>A horizon.</summary>
public sealed record HorizonData(string Id, LocalText Name, string Tenor, DateOnly Date, double Years);

/// <summary>A portfolio with its value on the as-of date.</summary>
public sealed record PortfolioData(string Id, LocalText Name, double StartValue);

/// <summary>A recommendation; one that does not trade is watched only.</summary>
public sealed record RecommendationData(
    string Id,
    LocalText Name,
    string Horizon,
    string Verb,
    double Size,
    bool Trades,
    DateOnly From,
    DateOnly Until
);

/// <summary>A limit and what was measured.</summary>
public sealed record LimitData(
    string Measure,
    string Horizon,
    string Portfolio,
    string Variant,
    string Case,
    double? Below,
    double? Above,
    FigureData Measured,
    bool Holds
);

/// <summary>Figures or statements of articles held against each other.</summary>
public sealed record FindingData(
    string Thesis,
    string Id,
    string Verdict,
    LocalText Says,
    IReadOnlyList<string> Claims,
    double? Claimed,
    double? Calculated
)
{
    /// <summary>Whether following the advice would be judged otherwise if the other statement were right; null where nothing that is
    /// simulated rests on it.</summary>
    public bool? ChangesAnswer { get; init; }
}

/// <summary>What following the advice comes to where one thing that articles say is read otherwise.</summary>
public sealed record ReadingData(string Path, bool? ChangesAnswer, IReadOnlyList<ReadDecisionData> Decisions);

/// <summary>One portfolio under both readings.</summary>
public sealed record ReadDecisionData(string Portfolio, EffectData Stands, EffectData Otherwise);

/// <summary>Something that readers should know.</summary>
public sealed record NoticeData(string Severity, string Location, string Message);
