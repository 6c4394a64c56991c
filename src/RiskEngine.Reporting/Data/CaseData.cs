using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Data;

/// <summary>One case's figures.</summary>
public sealed record CaseData(
    string Id,
    LocalText Name,
    IReadOnlyList<OverrideData> Overrides,
    IReadOnlyList<PortfolioFigures> Portfolios,
    IReadOnlyList<PredictionData> Predictions,
    IReadOnlyList<IndicatorData> Indicators,
    IReadOnlyList<FactorData> Factors,
    IReadOnlyList<EventData> Events,
    IReadOnlyList<CompanyData> PrivateCompanies,
    IReadOnlyList<MarginData> Margins
);

/// <summary>
/// How likely a call for margin is, by horizon, of a portfolio that owes something, as held; its equity and the ratio that is asked for are
/// parts of what it owns and owes, cash aside.
/// </summary>
public sealed record MarginData(
    string Portfolio,
    double Maintenance,
    double? EquityRatio,
    IReadOnlyDictionary<string, FigureData> Probability
);

/// <summary>A value that the case changes.</summary>
public sealed record OverrideData(string Path, string From, string To);

/// <summary>One portfolio's figures in one case.</summary>
public sealed record PortfolioFigures(
    string Portfolio,
    IReadOnlyList<VariantData> Variants,
    IReadOnlyDictionary<string, EffectData> FollowingEffects,
    IReadOnlyList<RecommendationEffectData> RecommendationEffects
);

/// <summary>One variant: "as-held", "all", "only:ID" or "without:ID".</summary>
public sealed record VariantData(string Variant, IReadOnlyList<HorizonFigures> Horizons, FanData? Fan);

/// <summary>One variant's measures at one horizon, by the measure's id.</summary>
public sealed record HorizonFigures(string Horizon, IReadOnlyDictionary<string, FigureData> Measures, HistogramData? Histogram);

/// <summary>Quantiles over time, for drawing; the measures carry the errors.</summary>
public sealed record FanData(
    IReadOnlyList<DateOnly> Dates,
    IReadOnlyList<double?> Q05,
    IReadOnlyList<double?> Q25,
    IReadOnlyList<double?> Median,
    IReadOnlyList<double?> Q75,
    IReadOnlyList<double?> Q95
);

/// <summary>Counts of paths in equal bins.</summary>
public sealed record HistogramData(double Low, double Width, IReadOnlyList<int> Counts, int Below, int Above);

/// <summary>A difference that something makes.</summary>
public sealed record EffectData(FigureData Mean, FigureData Es95, FigureData LossProbability);

/// <summary>One recommendation's effect alone and as the last one added.</summary>
public sealed record RecommendationEffectData(string Recommendation, string Horizon, EffectData Alone, EffectData Last);

/// <summary>What an event does to a portfolio.</summary>
public sealed record EventEffectData(string Event, string Portfolio, string Variant, string Horizon, EffectData Effect);

/// <summary>A prediction's probability, and those of its parts.</summary>
public sealed record PredictionData(
    string Thesis,
    string Id,
    LocalText Name,
    string Claim,
    DateOnly Date,
    FigureData Probability,
    IReadOnlyList<FigureData> Parts
);

/// <summary>An indicator's median and the probabilities of its levels.</summary>
public sealed record IndicatorData(
    string Thesis,
    string Id,
    LocalText Name,
    string Factor,
    DateOnly Date,
    FigureData Median,
    FigureData? Confirms,
    FigureData? Refutes
);

/// <summary>A factor's quantiles over time.</summary>
public sealed record FactorData(string Id, LocalText Name, LocalText Unit, string Scale, FanData Fan);

/// <summary>How often an event occurred by each horizon and by the end.</summary>
public sealed record EventData(
    string Id,
    LocalText Name,
    double AssumedProbability,
    IReadOnlyDictionary<string, FigureData> Probability,
    FigureData ByEnd
);

/// <summary>How a private company fared by a horizon; no horizon means the end of the simulation.</summary>
public sealed record CompanyData(
    string Company,
    string? Horizon,
    FigureData Listed,
    FigureData Sold,
    FigureData Failed,
    FigureData StillPrivate,
    FigureData DownRounds
);

/// <summary>What the base case expects of an instrument, a year.</summary>
public sealed record InstrumentData(
    string Id,
    LocalText Name,
    string Kind,
    double RiskFree,
    double Premium,
    double NotPricedIn,
    FigureData Events,
    FigureData Expected,
    double? Rest,
    double Volatility,
    double OwnVolatility,
    FigureData SimulatedVolatility,
    IReadOnlyDictionary<string, double> Exposures
);
