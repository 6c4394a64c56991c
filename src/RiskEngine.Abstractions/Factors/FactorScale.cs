namespace RiskEngine.Abstractions.Factors;

/// <summary>The scale on which a factor moves, and on which exposures to it are meant.</summary>
public enum FactorScale
{
    /// <summary>
    /// The factor moves by amounts: x is its value. An exposure is the log return per unit of change; a Treasury fund of duration 7
    /// has exposure -7 to a yield given in decimals.
    /// </summary>
    Level,

    /// <summary>The factor moves by percentages: x is the logarithm of its value. An exposure is an elasticity or beta.</summary>
    Log,
}
