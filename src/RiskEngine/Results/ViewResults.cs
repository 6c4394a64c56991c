using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>The base case under the scenario's views: the same paths, with other probabilities.</summary>
public sealed record ViewResults
{
    /// <summary>The number of paths that have probabilities: the first of the run's.</summary>
    public required int Paths { get; init; }

    /// <summary>Every view; where one was refused, with the model's values alone.</summary>
    public required IReadOnlyList<ViewResult> Views { get; init; }

    /// <summary>Which view can't be held; null where all can.</summary>
    public ViewRefused? Refused { get; init; }

    /// <summary>Relative entropy of the new probabilities to the model's, in nats.</summary>
    public double RelativeEntropy { get; init; }

    /// <summary>exp of the new probabilities' entropy: as many equally probable paths would be as diverse.</summary>
    public double EffectiveScenarios { get; init; }

    /// <summary>Portfolios as held and following all at every horizon; empty where a view was refused.</summary>
    public IReadOnlyList<ViewedPortfolio> Portfolios { get; init; } = [];

    /// <summary>What following all changes, at every horizon; empty where a view was refused or nothing trades.</summary>
    public IReadOnlyList<ViewedEffect> FollowingEffects { get; init; } = [];

    /// <summary>The views on means alone, on the paths and by formula; null where there are none that bind.</summary>
    public GaussianCheck? Gaussian { get; init; }

    /// <summary>Every prediction's probability under the views, in the order of the base case's.</summary>
    public IReadOnlyList<PredictionResult> Predictions { get; init; } = [];
}

/// <summary>A view and what became of it.</summary>
/// <param name="View">The view.</param>
/// <param name="Model">Its quantity in the model; of a ranking the smallest difference of neighbours.</param>
/// <param name="Posterior">Its quantity under all views; not a number where a view was refused.</param>
public sealed record ViewResult(StatedView View, double Model, double Posterior);

/// <summary>A view that can't be held.</summary>
/// <param name="View">The view.</param>
/// <param name="Low">The lowest value of its quantity that was possible.</param>
/// <param name="High">The highest value of its quantity that was possible.</param>
/// <param name="Alone">Whether no path probabilities give it at all; else the views before it, or too few scenarios left, stand against
/// it.</param>
public sealed record ViewRefused(StatedView View, double Low, double High, bool Alone);

/// <summary>One portfolio's measures under the model and under the views, on the same paths.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Model">The measures of the model.</param>
/// <param name="Posterior">The measures under the views.</param>
public sealed record ViewedPortfolio(Portfolio Portfolio, Variant Variant, Horizon Horizon, MeasureSet Model, MeasureSet Posterior);

/// <summary>What following all changes under the model and under the views, path by path.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Model">The effect under the model.</param>
/// <param name="Posterior">The effect under the views.</param>
public sealed record ViewedEffect(Portfolio Portfolio, Horizon Horizon, Effect Model, Effect Posterior);

/// <summary>
/// What the views on means do by themselves: a twin in closed form, as if all outcomes were normal (Black and Litterman, with Idzorek's
/// confidences).
/// </summary>
/// <param name="Views">The views on means that the model does not hold by itself.</param>
/// <param name="Portfolios">Portfolios at the headline horizon.</param>
public sealed record GaussianCheck(IReadOnlyList<StatedView> Views, IReadOnlyList<GaussianMean> Portfolios);

/// <summary>A portfolio's mean profit under the views on means alone.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Model">In the model.</param>
/// <param name="Formula">By formula, as if all outcomes were normal.</param>
/// <param name="Pooled">By entropy pooling on the paths.</param>
public sealed record GaussianMean(Portfolio Portfolio, Variant Variant, double Model, double Formula, double Pooled);
