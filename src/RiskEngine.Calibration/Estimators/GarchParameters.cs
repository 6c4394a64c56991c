namespace RiskEngine.Calibration.Estimators;

/// <summary>
/// GARCH(1,1): x(t) = m + e(t), e(t) = sqrt(h(t)) z(t), h(t+1) = v (1 - alpha - beta) + alpha e(t)^2 + beta h(t) (Bollerslev 1986, eq. 1,
/// with the long-run variance v in place of the constant).
/// </summary>
/// <param name="Mean">m, of one return.</param>
/// <param name="LongRunVariance">v, of one return; above 0.</param>
/// <param name="Alpha">Weight of the last squared move, 0 or more.</param>
/// <param name="Beta">Weight of the last variance, 0 or more; alpha + beta below 1.</param>
public readonly record struct GarchParameters(double Mean, double LongRunVariance, double Alpha, double Beta)
{
    /// <summary>alpha + beta: what is left after one period of a deviation of the variance from its long-run value.</summary>
    public double Persistence => Alpha + Beta;

    /// <summary>The variance of the next return, given this one's and the return itself.</summary>
    public double Next(double variance, double x) =>
        (LongRunVariance * (1 - Alpha - Beta)) + (Alpha * (x - Mean) * (x - Mean)) + (Beta * variance);

    /// <summary>Runs through returns and gives the variance that each one was drawn with.</summary>
    /// <param name="returns">The returns, oldest first.</param>
    /// <param name="first">The variance of the first one.</param>
    /// <param name="variances">Takes one variance a return, each known before that return.</param>
    /// <returns>The variance of the return that comes next.</returns>
    public double Filter(ReadOnlySpan<double> returns, double first, Span<double> variances)
    {
        if (variances.Length != returns.Length)
            throw new ArgumentException($"Expected {returns.Length} places, one a return, found {variances.Length}.", nameof(variances));
        var h = first;
        for (var t = 0; t < returns.Length; t++)
        {
            variances[t] = h;
            h = Next(h, returns[t]);
        }

        return h;
    }

    /// <summary>The variance of the sum of the next returns: v + p^(k-1) (h - v) summed over k = 1 to the number of them.</summary>
    /// <param name="next">The variance of the next return, h.</param>
    /// <param name="periods">How many returns, 1 or more.</param>
    public double SumVariance(double next, int periods) =>
        (periods * LongRunVariance) + ((next - LongRunVariance) * (1 - Math.Pow(Persistence, periods)) / (1 - Persistence));
}
