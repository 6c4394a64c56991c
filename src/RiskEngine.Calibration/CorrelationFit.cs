namespace RiskEngine.Calibration;

/// <summary>How well the market that is written gives back the correlations of the returns that it was made from.</summary>
/// <param name="Pairs">How many pairs were compared.</param>
/// <param name="Near">How many of them come out within <see cref="Tolerance"/>.</param>
/// <param name="Worst">The pairs that come out furthest off, worst first, five at most.</param>
/// <param name="ResidualFactors">How many common factors of what market and sector leave there are.</param>
public sealed record CorrelationFit(int Pairs, int Near, IReadOnlyList<PairFit> Worst, int ResidualFactors)
{
    /// <summary>A pair is near when both correlations differ by no more.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Fewer near pairs than this share are warned of.</summary>
    public const double LeastShare = 0.95;

    /// <summary>A pair further off than this is warned of.</summary>
    public const double MostDifference = 0.15;

    /// <summary>The share of near pairs; 1 where there is none to compare.</summary>
    public double ShareNear => Pairs == 0 ? 1 : (double)Near / Pairs;

    /// <summary>Whether the fit is worse than the stated bounds.</summary>
    public bool IsPoor => ShareNear < LeastShare || (Worst.Count > 0 && Worst[0].Difference > MostDifference);
}

/// <summary>A pair's correlation, as the returns have it and as the market makes it.</summary>
/// <param name="First">A column.</param>
/// <param name="Second">Another one.</param>
/// <param name="Estimated">That of the returns, shrunk where asked for.</param>
/// <param name="Made">That of the market's exposures, factors and own risks.</param>
public sealed record PairFit(string First, string Second, double Estimated, double Made)
{
    /// <summary>How far they are apart.</summary>
    public double Difference => Math.Abs(Estimated - Made);
}
