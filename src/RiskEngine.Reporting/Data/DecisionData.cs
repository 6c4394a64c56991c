using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Data;

/// <summary>The base case under the scenario's views.</summary>
public sealed record ViewsData(
    int Paths,
    IReadOnlyList<ViewData> Views,
    RefusedData? Refused,
    double RelativeEntropy,
    double EffectiveScenarios,
    IReadOnlyList<ViewedPortfolioData> Portfolios,
    IReadOnlyList<ViewedEffectData> FollowingEffects,
    GaussianCheckData? Gaussian,
    IReadOnlyList<ViewedPredictionData> Predictions
);

/// <summary>The views on means alone: portfolio means in the model, by formula as if all were normal, and on the paths.</summary>
public sealed record GaussianCheckData(IReadOnlyList<string> Views, IReadOnlyList<GaussianMeanData> Portfolios);

/// <summary>One portfolio's mean profit at the middle horizon under the views on means alone.</summary>
public sealed record GaussianMeanData(string Portfolio, string Variant, double Model, double Formula, double Pooled);

/// <summary>A view, its quantity in the model and under all views.</summary>
public sealed record ViewData(
    string Id,
    LocalText Name,
    IReadOnlyList<string> Claims,
    string Quantity,
    IReadOnlyList<string> On,
    double Level,
    string Horizon,
    string Bound,
    double Target,
    double Confidence,
    double? Model,
    double? Posterior
);

/// <summary>A view that can't be held, and what was possible.</summary>
public sealed record RefusedData(string View, double? Low, double? High, bool Alone);

/// <summary>One portfolio's measures in the model and under the views, by the measure's id.</summary>
public sealed record ViewedPortfolioData(
    string Portfolio,
    string Variant,
    string Horizon,
    IReadOnlyDictionary<string, FigureData> Model,
    IReadOnlyDictionary<string, FigureData> Posterior
);

/// <summary>What following all changes in the model and under the views.</summary>
public sealed record ViewedEffectData(string Portfolio, string Horizon, EffectData Model, EffectData Posterior);

/// <summary>A prediction's probability under the views.</summary>
public sealed record ViewedPredictionData(string Thesis, string Id, FigureData Posterior);

/// <summary>The base case if the model is wrong.</summary>
public sealed record UncertaintyData(
    string Horizon,
    IReadOnlyList<double> Radii,
    IReadOnlyList<double> DetectionErrors,
    IReadOnlyList<WorstCasesData> WorstCases,
    IReadOnlyList<TurningData> Turnings
);

/// <summary>One portfolio's worst cases, one figure a radius.</summary>
public sealed record WorstCasesData(string Portfolio, string Variant, IReadOnlyList<FigureData> Es95, IReadOnlyList<FigureData> Mean);

/// <summary>How wrong the model must be before the effect of following all has no sign.</summary>
public sealed record TurningData(
    string Portfolio,
    string Horizon,
    FigureData Effect,
    FigureData Radius,
    double? Deviations,
    double? DetectionError
);

/// <summary>What an optimiser would hold; weights follow the order of the instruments.</summary>
public sealed record OptimiserData(
    string Horizon,
    int Paths,
    IReadOnlyList<string> Instruments,
    IReadOnlyList<double> Caps,
    IReadOnlyList<WeightsData> Frontier,
    IReadOnlyList<WeightsData> MeanVariance,
    WeightsData RiskParity,
    IReadOnlyList<OptimisedPortfolioData> Portfolios
);

/// <summary>Weights and what comes of them; no gap where they do not minimise the shortfall.</summary>
public sealed record WeightsData(IReadOnlyList<double> Weights, double Mean, double Es95, double? Gap);

/// <summary>A portfolio beside what an optimiser would do.</summary>
public sealed record OptimisedPortfolioData(
    string Portfolio,
    WeightsData AsHeld,
    WeightsData FollowingAll,
    WeightsData? SameMean,
    AdviceMixData? Advice
);

/// <summary>The parts of the recommendations to follow, by id, and how often holding ends higher.</summary>
public sealed record AdviceMixData(IReadOnlyDictionary<string, double> Shares, double Mean, double Es95, double Gap, FigureData Regret);
