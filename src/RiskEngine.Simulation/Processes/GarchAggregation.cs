namespace RiskEngine.Simulation.Processes;

/// <summary>The reaction and persistence of GARCH(1,1) over another length of time than the one it was estimated on.</summary>
/// <remarks>
/// Over m observations persistence is p^m with p = alpha + beta, and the first autocorrelation of squared moves is that of sums of m moves:
/// rho_m = rho_1 ((1 - p^m) / (1 - p))^2 / (m + 6 rho_1 (m - 1 - m p + p^m) / (1 - p)^2 + 2 m (m - 1) / (kappa - 1)), kappa the kurtosis of
/// one move (Drost and Nijman 1993, for flow variables); beta_m is the root below one of beta / (1 + beta^2) = (p^m - rho_m) / (1 + p^2m -
/// 2 p^m rho_m). Where that root is negative it is zero, and p^m, alpha_m. Steps shorter than an observation have no such law (Drost and
/// Nijman aggregate only); they take alpha_m = alpha sqrt(m), which keeps the variance of variance per time (Nelson 1990).
/// </remarks>
/// <param name="Alpha">Weight of the step's squared shock in the next variance.</param>
/// <param name="Beta">Weight of the step's variance in the next one.</param>
internal readonly record struct GarchAggregation(double Alpha, double Beta)
{
    /// <summary>alpha + beta: what is left of a deviation of the variance after the step.</summary>
    public double Persistence => Alpha + Beta;

    /// <summary>The parameters for a step that is <paramref name="m"/> observations long.</summary>
    /// <param name="alpha">For one observation, from 0.</param>
    /// <param name="beta">For one observation, from 0; below 1 - alpha.</param>
    /// <param name="m">Above 0; not necessarily whole.</param>
    public static GarchAggregation Over(double alpha, double beta, double m)
    {
        var p = alpha + beta;
        var persistence = Math.Pow(p, m);
        if (m < 1)
            return new GarchAggregation(alpha * Math.Sqrt(m), persistence - alpha * Math.Sqrt(m));

        var sums = (m - 1 - m * p + persistence) / ((1 - p) * (1 - p));
        var block = (1 - persistence) / (1 - p);
        var first = FirstAutocorrelation(alpha, beta);
        var rho = first * block * block / (m + 6 * first * sums + 2 * m * (m - 1) * InverseExcess(alpha, beta));
        var ratio = (persistence - rho) / (1 + persistence * persistence - 2 * persistence * rho);
        var root = ratio <= 0 ? 0 : 2 * ratio / (1 + Math.Sqrt(Math.Max(0, 1 - 4 * ratio * ratio)));
        return new GarchAggregation(persistence - root, root);
    }

    /// <summary>rho_1 of squared moves (Bollerslev 1986): alpha (1 - p beta) / (1 + beta^2 - 2 p beta).</summary>
    public static double FirstAutocorrelation(double alpha, double beta) =>
        alpha * (1 - (alpha + beta) * beta) / (1 + beta * beta - 2 * (alpha + beta) * beta);

    /// <summary>1 / (kappa - 1) with kappa = 3 (1 - p^2) / (1 - p^2 - 2 alpha^2); zero where there is no fourth moment.</summary>
    private static double InverseExcess(double alpha, double beta)
    {
        var rest = 1 - (alpha + beta) * (alpha + beta);
        return Math.Max(0, (rest - 2 * alpha * alpha) / (2 * rest + 2 * alpha * alpha));
    }
}
