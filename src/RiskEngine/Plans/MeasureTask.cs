namespace RiskEngine.Plans;

/// <summary>What a measuring step finds out.</summary>
public enum MeasureTask
{
    /// <summary>Measures of the columns that are there, of a case whose columns are simulated in several steps.</summary>
    CasePart,

    /// <summary>Measures of cases; with the last columns of each.</summary>
    Cases,

    /// <summary>Expected return and volatility of every instrument, and where they come from.</summary>
    ReturnDecompositions,

    /// <summary>The base case under the views, and what an optimiser would hold.</summary>
    Decisions,

    /// <summary>The base case if the model is wrong.</summary>
    ModelUncertainty,

    /// <summary>What reading each indicator would tell.</summary>
    Indicators,

    /// <summary>What the paths with the largest losses have in common.</summary>
    ReverseStress,

    /// <summary>Risk by position, group and factor.</summary>
    Contributions,

    /// <summary>The same with the path probabilities that views give.</summary>
    ContributionsWithViews,

    /// <summary>Shapley values of the recommendations.</summary>
    ShapleyOfRecommendations,

    /// <summary>Shapley values of the risks.</summary>
    ShapleyOfRisks,

    /// <summary>What changes if a claim is false.</summary>
    Claims,

    /// <summary>What one event does.</summary>
    EventEffects,

    /// <summary>Paths for figures under changed settings.</summary>
    WhatIf,

    /// <summary>Predictions over time.</summary>
    PredictionTimings,
}
