namespace RiskEngine.Calibration.Factors;

/// <summary>What a factor stands for.</summary>
public enum FactorRole
{
    /// <summary>The benchmark.</summary>
    Market,

    /// <summary>What the benchmark does not explain of the sector.</summary>
    Sector,

    /// <summary>What several columns share beyond market and sector: a statistical factor.</summary>
    Residual,

    /// <summary>One instrument: each has a factor of its own where there is no benchmark.</summary>
    Own,
}
