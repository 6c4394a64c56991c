using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Calibration.Market;

/// <summary>How well the market gives the correlations back, in sentences for screen and file.</summary>
public static class CorrelationWords
{
    /// <summary>A line or a few; none where there is no pair.</summary>
    public static IEnumerable<string> Of(CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var fit = result.Fit;
        if (fit.Pairs == 0)
            yield break;
        var shared = result.Benchmark is null
            ? ""
            : $" with {fit.ResidualFactors} residual factor{(fit.ResidualFactors == 1 ? "" : "s")} (eigenvalues beyond chance, "
                + "Marchenko and "
                + "Pastur 1967, or more where the bounds below ask for them)";
        yield return $"Correlations{shared}: {100 * fit.ShareNear:0.#}% of {fit.Pairs} pairs come out within "
            + $"{CorrelationFit.Tolerance} of the "
            + $"returns' own. Furthest off: {string.Join("; ", fit.Worst.Select(Pair))}.";
        if (fit.IsPoor)
        {
            yield return $"Warning: this market does not give all correlations back (stated bounds: "
                + $"{100 * CorrelationFit.LeastShare:0}% of pairs "
                + $"within {CorrelationFit.Tolerance}, none further off than {CorrelationFit.MostDifference}). "
                + (result.Benchmark is null ? "The pairs contradict each other." : "Without --benchmark every pair is kept.");
        }
    }

    /// <summary>The method with how well it gives the correlations back: part of the source of every number.</summary>
    public static LocalText With(LocalText method, CorrelationFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Pairs == 0)
            return method;
        var share = $"{100 * fit.ShareNear:0.#}%";
        return new(
            $"{method.English}; {share} of {fit.Pairs} pairs' correlations come out within {CorrelationFit.Tolerance}, furthest off "
                + Pair(fit.Worst[0]),
            $"{method.Chinese}；{fit.Pairs} 对相关系数中 {share} 的还原误差不超过 {CorrelationFit.Tolerance}，误差最大者 {fit.Worst[0].First} ~ "
                + $"{fit.Worst[0].Second}：{fit.Worst[0].Made:0.00}（应为 {fit.Worst[0].Estimated:0.00}）"
        );
    }

    private static string Pair(PairFit pair) => $"{pair.First} ~ {pair.Second} {pair.Made:0.00} for {pair.Estimated:0.00}";
}
