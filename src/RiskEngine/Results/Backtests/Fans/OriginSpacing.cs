namespace RiskEngine.Results.Backtests.Fans;

/// <summary>How far apart the dates are at which forecasts are made: the last day with prices of each.</summary>
public enum OriginSpacing
{
    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every quarter: March, June, September, December.</summary>
    Quarterly,

    /// <summary>Every year: December.</summary>
    Yearly,
}
