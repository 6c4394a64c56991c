namespace RiskEngine.Results.Backtests;

/// <summary>The models of value at risk that can be backtested.</summary>
public enum BacktestModel
{
    /// <summary>Normal returns with the window's standard deviation.</summary>
    Normal,

    /// <summary>Student-t returns fitted to the window.</summary>
    StudentT,

    /// <summary>GARCH(1,1) with normal shocks.</summary>
    Garch,

    /// <summary>The window's own returns.</summary>
    Historical,

    /// <summary>GARCH(1,1) with the window's own standardised shocks.</summary>
    FilteredHistorical,
}
