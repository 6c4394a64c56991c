namespace RiskEngine.Calibration.Returns;

/// <summary>How often a price history is sampled before returns are taken.</summary>
/// <remarks>
/// Across time zones only weekly or monthly returns are safe: Asia closes before the US opens, so daily betas between the two
/// are far too low.
/// </remarks>
public enum SamplingFrequency
{
    /// <summary>Every date of the history; 252 returns a year.</summary>
    Daily,

    /// <summary>The last close of each week, weeks ending on Friday; 52 returns a year.</summary>
    Weekly,

    /// <summary>The last close of each calendar month; 12 returns a year.</summary>
    Monthly,
}
