namespace RiskEngine.Comparing;

/// <summary>A group of a scenario's inputs that is switched as one when two runs are compared.</summary>
public enum InputGroup
{
    /// <summary>Risk-free rate, factors, correlations, copula, groups and instruments.</summary>
    Market,

    /// <summary>The theses with their recommendations, exposures, predictions and deals.</summary>
    Theses,

    /// <summary>The named risks.</summary>
    Risks,

    /// <summary>What is held.</summary>
    Portfolios,

    /// <summary>As-of date, horizons and time step.</summary>
    Timing,
}
