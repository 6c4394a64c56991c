namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>The models of value at risk that can be backtested.</summary>
public enum ForecastModel
{
    /// <summary>Normal returns with the window's standard deviation (variance-covariance).</summary>
    Normal,

    /// <summary>Student-t returns fitted to the window by maximum likelihood.</summary>
    StudentT,

    /// <summary>GARCH(1,1) with normal shocks.</summary>
    Garch,

    /// <summary>The window's own returns (historical simulation).</summary>
    Historical,

    /// <summary>GARCH(1,1) with the window's own standardised shocks (Barone-Adesi, Giannopoulos and Vosper 1999).</summary>
    FilteredHistorical,
}
