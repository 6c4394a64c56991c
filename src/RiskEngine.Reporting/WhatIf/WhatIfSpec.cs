using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.WhatIf;

/// <summary>
/// What the page's sliders work on: some paths of the run, packed, and the run's own figures. One JSON object on the page.
/// </summary>
public sealed record WhatIfSpec
{
    /// <summary>How many paths there are.</summary>
    public required int Paths { get; init; }

    /// <summary>How many the run had.</summary>
    public required int RunPaths { get; init; }

    /// <summary>The command line of the run.</summary>
    public required string Command { get; init; }

    /// <summary>Years since the as-of date of each date to the horizon, 0 first.</summary>
    public required IReadOnlyList<double> Years { get; init; }

    /// <summary>The risks, and the deals that trigger one.</summary>
    public required IReadOnlyList<WhatIfEventSpec> Events { get; init; }

    /// <summary>The predictions; a bit a path for those that come true, the lowest first.</summary>
    public required IReadOnlyList<WhatIfPredictionSpec> Predictions { get; init; }

    /// <summary>The factors of which something is expected.</summary>
    public required IReadOnlyList<WhatIfFactorSpec> Factors { get; init; }

    /// <summary>The instruments that are held; logarithms of their values.</summary>
    public required IReadOnlyList<WhatIfInstrumentSpec> Instruments { get; init; }

    /// <summary>The recommendations that trade.</summary>
    public required IReadOnlyList<WhatIfRecommendationSpec> Recommendations { get; init; }

    /// <summary>The portfolios.</summary>
    public required IReadOnlyList<WhatIfPortfolioSpec> Portfolios { get; init; }
}

/// <summary>An event.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsRisk">Whether it is a risk; else it is a deal, which stands here for what it triggers.</param>
/// <param name="Probability">Its probability in the run.</param>
/// <param name="Limit">What keeps that from being changed: none, notCovered, certain, tooManySteps.</param>
/// <param name="Hazard">The hazard it adds up over each step while no trigger acts; null for an infinite one.</param>
/// <param name="Steps">A byte a path: the step it occurs in, counted from 1, or 0; empty where it recurs.</param>
/// <param name="RecurringSteps">Eight bytes a path, a bit a step, the lowest first; empty where it does not recur.</param>
/// <param name="TriggeredBy">What raises its hazard.</param>
public sealed record WhatIfEventSpec(
    string Id,
    LocalText Name,
    bool IsRisk,
    double Probability,
    string Limit,
    IReadOnlyList<double> Hazard,
    string Steps,
    string RecurringSteps,
    IReadOnlyList<WhatIfTriggerSpec> TriggeredBy
);

/// <summary>What raises an event's hazard.</summary>
/// <param name="Event">The place of the event that does.</param>
/// <param name="Multiple">What the hazard is multiplied by.</param>
/// <param name="Years">For how long.</param>
public sealed record WhatIfTriggerSpec(int Event, double Multiple, double Years);

/// <summary>A prediction.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Holds">A bit a path, the lowest first.</param>
public sealed record WhatIfPredictionSpec(string Id, LocalText Name, string Holds);

/// <summary>A factor.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="PricedIn">The part of its expected move that prices know, in the run.</param>
/// <param name="Move">That move.</param>
public sealed record WhatIfFactorSpec(string Id, LocalText Name, double PricedIn, double Move);

/// <summary>An instrument.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="LogValues">The logarithm of its value on each path; lowest for a value of 0.</param>
/// <param name="Exposures">Its exposure to each factor.</param>
/// <param name="Shifts">Whether what is priced in shifts the logarithm by a fixed amount.</param>
/// <param name="IsPriced">Whether it is priced anew from factors and other instruments.</param>
public sealed record WhatIfInstrumentSpec(
    string Id,
    LocalText Name,
    PackedColumn LogValues,
    IReadOnlyList<double> Exposures,
    bool Shifts,
    bool IsPriced
);

/// <summary>A recommendation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size in the run.</param>
public sealed record WhatIfRecommendationSpec(string Id, LocalText Name, double Size);

/// <summary>A portfolio.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owes">Whether something is owed.</param>
/// <param name="Positions">Its positions.</param>
/// <param name="Gains">What each recommendation adds to the profit.</param>
/// <param name="Held">The run's figures as held.</param>
/// <param name="Followed">Those following all; null where nothing trades.</param>
public sealed record WhatIfPortfolioSpec(
    string Id,
    LocalText Name,
    bool Owes,
    IReadOnlyList<WhatIfPositionSpec> Positions,
    IReadOnlyList<PackedColumn> Gains,
    WhatIfFigures Held,
    WhatIfFigures? Followed
);

/// <summary>A position.</summary>
/// <param name="Instrument">The place of its instrument.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Grown">What a unit is multiplied by at the horizon.</param>
/// <param name="Quantity">Units held.</param>
public sealed record WhatIfPositionSpec(int Instrument, double Weight, double Grown, double Quantity);

/// <summary>Figures of the run, each with its standard error.</summary>
/// <param name="Median">Median of the profit.</param>
/// <param name="Mean">Mean profit.</param>
/// <param name="Es95">Expected shortfall at 95%, a loss above zero.</param>
/// <param name="Loss">Probability of loss.</param>
public sealed record WhatIfFigures(
    IReadOnlyList<double> Median,
    IReadOnlyList<double> Mean,
    IReadOnlyList<double> Es95,
    IReadOnlyList<double> Loss
);
