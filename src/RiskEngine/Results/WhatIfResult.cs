using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>
/// Some paths of the base case to the headline horizon, with what it takes to weigh them anew by likelihood ratios (probabilities of risks,
/// beliefs in predictions) or to value them anew (sizes of recommendations, weights of positions, what is priced in).
/// </summary>
public sealed record WhatIfResult
{
    /// <summary>The horizon.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>How many paths there are.</summary>
    public required int Paths { get; init; }

    /// <summary>How many the run had.</summary>
    public required int RunPaths { get; init; }

    /// <summary>Years since the as-of date of each date of the time grid to the horizon, 0 first.</summary>
    public required IReadOnlyList<double> Years { get; init; }

    /// <summary>The risks, and the deals that trigger one.</summary>
    public required IReadOnlyList<WhatIfEvent> Events { get; init; }

    /// <summary>The predictions.</summary>
    public required IReadOnlyList<WhatIfPrediction> Predictions { get; init; }

    /// <summary>The factors of which something is expected, that an instrument held is exposed to.</summary>
    public required IReadOnlyList<WhatIfFactor> Factors { get; init; }

    /// <summary>The instruments that are held.</summary>
    public required IReadOnlyList<WhatIfInstrument> Instruments { get; init; }

    /// <summary>The recommendations that trade.</summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>The portfolios.</summary>
    public required IReadOnlyList<WhatIfPortfolio> Portfolios { get; init; }
}

/// <summary>An event on the paths.</summary>
/// <param name="Event">The event.</param>
/// <param name="Limit">What keeps its probability from being changed on these paths.</param>
/// <param name="Hazard">The hazard it adds up over each step while no trigger acts.</param>
/// <param name="Steps">The step in which it occurs on each path, counted from 1; 0 where it does not. Empty where it recurs.</param>
/// <param name="RecurringSteps">Where it recurs, the steps in which it does, a bit a step; else empty.</param>
public sealed record WhatIfEvent(
    RiskEvent Event,
    WhatIfLimit Limit,
    IReadOnlyList<double> Hazard,
    IReadOnlyList<byte> Steps,
    IReadOnlyList<ulong> RecurringSteps
);

/// <summary>What keeps a probability from being changed on paths that were simulated with another one.</summary>
public enum WhatIfLimit
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is no risk, or excites or is excited: a likelihood ratio of it is not worked out.</summary>
    NotCovered,

    /// <summary>It never occurs, or is sure to: paths of any other probability are missing.</summary>
    Certain,

    /// <summary>Its steps, or those of what triggers it, are more than the paths remember.</summary>
    TooManySteps,
}

/// <summary>A prediction on the paths.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Holds">Whether it comes true on each path.</param>
public sealed record WhatIfPrediction(Prediction Prediction, IReadOnlyList<bool> Holds);

/// <summary>A factor, and what prices would know of it.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Move">Its expected move by the horizon, on the scale it moves by.</param>
public sealed record WhatIfFactor(RiskFactor Factor, double Move);

/// <summary>An instrument on the paths.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Values">Its value at the horizon on each path, 1 at the start.</param>
/// <param name="Exposures">Its exposure to each of <see cref="WhatIfResult.Factors"/>.</param>
/// <param name="Shifts">
/// Whether what is priced in shifts its logarithm by a fixed amount: not that of a private company, nor of what is priced from others.
/// </param>
public sealed record WhatIfInstrument(Instrument Instrument, IReadOnlyList<float> Values, IReadOnlyList<double> Exposures, bool Shifts);

/// <summary>A portfolio on the paths.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Positions">
/// By position the place of its instrument, its weight, and what each unit of it is multiplied by at the horizon: the cost of owing it.
/// </param>
/// <param name="Gains">What following each recommendation alone adds to the profit, on each path.</param>
public sealed record WhatIfPortfolio(
    Portfolio Portfolio,
    IReadOnlyList<(int Instrument, double Weight, double Grown)> Positions,
    IReadOnlyList<IReadOnlyList<float>> Gains
);
