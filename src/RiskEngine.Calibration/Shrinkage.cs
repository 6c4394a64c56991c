namespace RiskEngine.Calibration;

/// <summary>What the correlation matrix is pulled towards.</summary>
public enum Shrinkage
{
    /// <summary>Nothing: each pair as its own returns say.</summary>
    None,

    /// <summary>The mean correlation for all pairs (Ledoit and Wolf 2004, Honey, I shrunk the sample covariance matrix).</summary>
    ConstantCorrelation,

    /// <summary>No correlation (Ledoit and Wolf 2004, A well-conditioned estimator for large-dimensional covariance matrices).</summary>
    Identity,
}
