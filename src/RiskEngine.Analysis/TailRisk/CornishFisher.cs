namespace RiskEngine.Analysis.TailRisk;

/// <summary>
/// The Cornish-Fisher distribution: a cubic of a standard normal, w(z) = z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36
/// (Cornish and Fisher 1937).
/// </summary>
/// <remarks>
/// Problem: S and K are not the distribution's skewness and excess kurtosis, but for small ones, and w need not rise with z, so that its
/// quantiles are none. Maillard (2012) asks for both: a domain in which w rises, and S and K with which the moments come out, here by
/// Newton's method on the moments of the cubic. His domain, in which w rises on the whole line, S^2 / 9 at most 4 (K / 8 - S^2 / 6)
/// (1 - K / 8 + 5 S^2 / 36), has the normal distribution at its very edge, so that half of all samples of a normal lie outside; ours asks
/// that w rises up to six deviations, where one path in a billion is.
/// </remarks>
/// <param name="S">The parameter of skewness.</param>
/// <param name="K">The parameter of excess kurtosis.</param>
internal readonly record struct CornishFisher(double S, double K)
{
    private const int MostSteps = 50;
    private const double Near = 1e-12;
    private const double Farthest = 6;

    /// <summary>The quantile in standard deviations, at a standard normal's quantile.</summary>
    public double At(double z) => Cubic(z) / Math.Sqrt(Moments().Variance);

    /// <summary>Whether the cubic rises as far out as <see cref="Farthest"/>: its slope a z^2 + b z + c is above zero there.</summary>
    public bool IsValid
    {
        get
        {
            var (a, b, c) = ((K / 8) - (S * S / 6), S / 3, 1 - (K / 8) + (5 * S * S / 36));
            var ends = Math.Min(Slope(Farthest), Slope(-Farthest));
            var lowest = a > 0 && Math.Abs(b) < 2 * a * Farthest ? c - (b * b / (4 * a)) : ends;
            return Math.Min(ends, lowest) >= 0;

            double Slope(double z) => (a * z * z) + (b * z) + c;
        }
    }

    /// <summary>The distribution with a skewness and an excess kurtosis; null where the domain has none.</summary>
    public static CornishFisher? With(double skewness, double excessKurtosis)
    {
        var found = new CornishFisher(skewness, excessKurtosis);
        for (var step = 0; step < MostSteps; step++)
        {
            var (_, skew, kurt) = found.Moments();
            var (f, g) = (skew - skewness, kurt - excessKurtosis);
            if (!double.IsFinite(f) || !double.IsFinite(g))
                return null;
            if (Math.Abs(f) + Math.Abs(g) < Near)
                return found.IsValid ? found : null;
            const double h = 1e-6;
            var (_, skewS, kurtS) = (found with { S = found.S + h }).Moments();
            var (_, skewK, kurtK) = (found with { K = found.K + h }).Moments();
            var (fs, fk, gs, gk) = ((skewS - skew) / h, (skewK - skew) / h, (kurtS - kurt) / h, (kurtK - kurt) / h);
            var determinant = (fs * gk) - (fk * gs);
            var (moveS, moveK) = (((f * gk) - (g * fk)) / determinant, ((g * fs) - (f * gs)) / determinant);
            var part = Math.Min(1, 1 / Math.Max(Math.Abs(moveS), Math.Abs(moveK)));
            found = new CornishFisher(found.S - (part * moveS), found.K - (part * moveK));
        }

        return null;
    }

    /// <summary>Variance, skewness and excess kurtosis: the moments of a polynomial of a standard normal, exactly.</summary>
    internal (double Variance, double Skewness, double ExcessKurtosis) Moments()
    {
        double[] cubic = [-S / 6, 1 - (K / 8) + (5 * S * S / 36), S / 6, (K / 24) - (S * S / 18)];
        var square = Product(cubic, cubic);
        var (second, third, fourth) = (Expectation(square), Expectation(Product(square, cubic)), Expectation(Product(square, square)));
        return (second, third / Math.Pow(second, 1.5), (fourth / (second * second)) - 3);
    }

    /// <summary>w(z), not scaled.</summary>
    internal double Cubic(double z) =>
        z + (((z * z) - 1) * S / 6) + (((z * z * z) - (3 * z)) * K / 24) - (((2 * z * z * z) - (5 * z)) * S * S / 36);

    private static double[] Product(double[] a, double[] b)
    {
        var product = new double[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
                product[i + j] += a[i] * b[j];
        }

        return product;
    }

    /// <summary>E z^(2k) = 1 3 5 ... (2k - 1); odd powers have none.</summary>
    private static double Expectation(double[] polynomial)
    {
        var (sum, power) = (0.0, 1.0);
        for (var k = 0; k < polynomial.Length; k += 2)
        {
            sum += polynomial[k] * power;
            power *= k + 1;
        }

        return sum;
    }
}
