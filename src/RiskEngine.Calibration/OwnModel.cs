namespace RiskEngine.Calibration;

/// <summary>What is fitted to the own risk of instruments: to what market, sector and shared factors leave of their returns.</summary>
public enum OwnModel
{
    /// <summary>A volatility.</summary>
    Normal,

    /// <summary>A volatility and the degrees of freedom of Student's t.</summary>
    StudentT,

    /// <summary>GARCH(1,1), and how volatile the last day was.</summary>
    Garch,

    /// <summary>Of these three the one with the least information criterion (Schwarz 1978).</summary>
    Auto,
}
