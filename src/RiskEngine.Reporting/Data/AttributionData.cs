using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Data;

/// <summary>What carries the answer of the base case.</summary>
public sealed record AttributionData(
    IReadOnlyList<ContributionData> Contributions,
    IReadOnlyList<ContributionData> ContributionsWithViews,
    IReadOnlyList<ShapleyData> Shapley,
    IReadOnlyList<ClaimData> Claims,
    IReadOnlyList<PredictionTimingData> PredictionTimings,
    IReadOnlyList<IndicatorInformationData> Indicators,
    IReadOnlyList<ReverseStressData> ReverseStress,
    IReadOnlyList<TailDependenceData> TailDependence,
    IReadOnlyList<TailDependenceData> FactorTailDependence
);

/// <summary>How two instruments or factors reach their ends together at the headline horizon.</summary>
public sealed record TailDependenceData(
    string First,
    string Second,
    double? Correlation,
    FigureData Worst5,
    FigureData Worst1,
    FigureData Best5
);

/// <summary>One portfolio's risk, split in three ways.</summary>
public sealed record ContributionData(
    string Portfolio,
    string Variant,
    string Horizon,
    int Paths,
    RiskTotalsData Total,
    IReadOnlyList<RiskPartData> Positions,
    IReadOnlyList<RiskPartData> Groups,
    IReadOnlyList<RiskPartData> Factors,
    double RSquared
);

/// <summary>What the lists add up to.</summary>
public sealed record RiskTotalsData(double Volatility, double Var95, double Es95);

/// <summary>A part and its contributions.</summary>
public sealed record RiskPartData(
    string Kind,
    string Id,
    double? Weight,
    FigureData Volatility,
    FigureData Var95,
    FigureData Es95,
    double? MarginalEs95,
    EffectData? Presence
);

/// <summary>A joint effect, shared.</summary>
public sealed record ShapleyData(
    string Over,
    string Portfolio,
    string Variant,
    string Horizon,
    int Paths,
    bool Exact,
    IReadOnlyList<ShapleyShareData> Shares,
    IReadOnlyList<ShapleyPairData> Pairs
);

/// <summary>One's share.</summary>
public sealed record ShapleyShareData(string Id, EffectData Share);

/// <summary>What two do together beyond what each does.</summary>
public sealed record ShapleyPairData(string First, string Second, FigureData Mean, FigureData Es95);

/// <summary>A claim: what rests on it, and what changes if it is false.</summary>
public sealed record ClaimData(
    string Claim,
    int Line,
    LocalText Says,
    IReadOnlyList<ClaimUseData> Uses,
    IReadOnlyList<ClaimEffectData> Effects,
    IReadOnlyList<ClaimBreakEvenData> BreakEvens,
    int Paths
);

/// <summary>How probable it may be that a claim is false before following all has no other mean profit than as held.</summary>
public sealed record ClaimBreakEvenData(string Portfolio, FigureData Advantage, FigureData IfFalse, FigureData Probability);

/// <summary>Something that rests on a claim.</summary>
public sealed record ClaimUseData(string Kind, string Id);

/// <summary>What changes if a claim is false.</summary>
public sealed record ClaimEffectData(string Portfolio, string Variant, string Horizon, EffectData Change);

/// <summary>A prediction over time.</summary>
public sealed record PredictionTimingData(string Thesis, string Id, IReadOnlyList<DateOnly> Dates, IReadOnlyList<FigureData> Probabilities);

/// <summary>What an indicator would tell.</summary>
public sealed record IndicatorInformationData(
    string Thesis,
    string Id,
    IReadOnlyList<string> Judged,
    FigureData ThesisTrue,
    string Horizon,
    IReadOnlyList<IndicatorReadingData> Readings
);

/// <summary>Both sides of a level.</summary>
public sealed record IndicatorReadingData(string Kind, double Level, ReadingSideData Above, ReadingSideData Below);

/// <summary>One side of a level.</summary>
public sealed record ReadingSideData(FigureData Probability, FigureData ThesisTrue, IReadOnlyList<ConditionalProfitData> Profits);

/// <summary>A portfolio's profit there.</summary>
public sealed record ConditionalProfitData(string Portfolio, FigureData AsHeld, FigureData FollowingAdds);

/// <summary>What bad paths have in common.</summary>
public sealed record ReverseStressData(
    string Portfolio,
    string Variant,
    string Horizon,
    double Loss,
    bool Named,
    FigureData Probability,
    int TailPaths,
    double WorstLoss,
    double? GaussianDistance,
    IReadOnlyList<StressMoveData> Moves,
    double? OwnRisk,
    IReadOnlyList<StressOccurrenceData> Occurrences,
    IReadOnlyList<StressClaimData> Claims,
    StressTogetherData Together,
    RepresentativePathData? Representative
);

/// <summary>A factor's move.</summary>
public sealed record StressMoveData(string Factor, double Usual, double Bad, FigureData Deviations, double MostLikely);

/// <summary>Something that happens more or less often.</summary>
public sealed record StressOccurrenceData(string Kind, string Id, FigureData Among, FigureData Elsewhere, FigureData Ratio);

/// <summary>A claim that fails more or less often.</summary>
public sealed record StressClaimData(IReadOnlyList<string> Claims, string Fails, FigureData Among, FigureData Elsewhere, FigureData Ratio);

/// <summary>Claims that fail together, as positions in the list of claims, from 0.</summary>
public sealed record StressTogetherData(IReadOnlyList<int> Claims, double Among, double Overall);

/// <summary>A typical bad path.</summary>
public sealed record RepresentativePathData(int Path, IReadOnlyList<PathEntryData> Entries);

/// <summary>A day of it.</summary>
public sealed record PathEntryData(
    DateOnly Date,
    double? Value,
    IReadOnlyList<PathOccurrenceData> Occurrences,
    IReadOnlyList<PathFactorMoveData> Factors
);

/// <summary>What happened.</summary>
public sealed record PathOccurrenceData(string Kind, LocalText Name);

/// <summary>A factor that stands out.</summary>
public sealed record PathFactorMoveData(string Factor, double Value, double Deviations);
