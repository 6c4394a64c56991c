namespace RiskEngine.Abstractions.Measures;

/// <summary>What a measure's number is counted in; all but <see cref="PlainNumber"/> read well as a percentage.</summary>
public enum MeasureUnit
{
    /// <summary>Profit relative to the start value: 0.1 is a gain of 10%, -0.25 a loss of 25%.</summary>
    RelativeProfit,

    /// <summary>
    /// Loss relative to the start value (or, for drawdowns, to the peak before): 0.25 is a loss of 25%, losses are positive.
    /// </summary>
    RelativeLoss,

    /// <summary>Spread of the relative profit, 0 or more.</summary>
    RelativeSpread,

    /// <summary>A probability, 0 to 1.</summary>
    Probability,

    /// <summary>A number without unit.</summary>
    PlainNumber,
}
