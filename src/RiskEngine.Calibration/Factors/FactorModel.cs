namespace RiskEngine.Calibration.Factors;

/// <summary>The kind of process whose parameters are estimated for the factors; the names are those of the kinds in market files.</summary>
public enum FactorModel
{
    /// <summary>Constant volatility.</summary>
    GeometricBrownian,

    /// <summary>Fat-tailed moves, each period by itself: volatility and degrees of freedom by maximum likelihood.</summary>
    StudentT,

    /// <summary>Volatility that clusters: GARCH(1,1) by maximum likelihood.</summary>
    Garch,
}
