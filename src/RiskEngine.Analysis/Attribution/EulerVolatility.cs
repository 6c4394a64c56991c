using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Attribution;

/// <summary>
/// Euler contributions to the standard deviation: covariance of the part with the whole, divided by the whole's deviation.
/// </summary>
/// <remarks>
/// Volatility is homogeneous of degree one in the positions, so contributions x_i d(sigma)/d(x_i) = cov(X_i, X) / sigma add up to it
/// (Litterman 1996; Tasche 1999). Errors by the delta method: influence values [(X_i - m_i)(X - m) - cov] / sigma - cov [(X - m)^2 -
/// sigma^2] / (2 sigma^3).
/// </remarks>
public static class EulerVolatility
{
    /// <summary>Splits the standard deviation (n - 1 in the denominator); all zero where the whole never varies.</summary>
    public static RiskSplit Of(PartColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var n = columns.SampleSize;
        var mean = columns.Means.Sum();
        var variance = Mean(columns, columns.Parts[0], new Square(mean));
        if (variance <= 0)
            return new RiskSplit(0, [.. columns.Parts.Select(_ => Estimate.Exact(0))]);
        var (deviation, scale) = (Math.Sqrt(variance), Math.Sqrt(n / (n - 1)));
        return new RiskSplit(
            deviation * scale,
            [.. columns.Parts.Select((part, i) => Part(columns, part, columns.Means[i], mean, deviation, scale))]
        );
    }

    private static Estimate Part(PartColumns columns, float[] part, double own, double mean, double deviation, double scale)
    {
        var covariance = Mean(columns, part, new Product(own, mean));
        var influence = new SquaredInfluence(own, mean, covariance, deviation);
        var squares = columns.Weights.AreEqual
            ? FixedOrderSum.Of(part, columns.Total, [], influence) / columns.Paths / columns.Paths
            : FixedOrderSum.Of(part, columns.Total, columns.Weights.Squares, influence);
        return Estimate.Normal(scale * covariance / deviation, Math.Sqrt(squares));
    }

    /// <summary>The weighted mean of a term of the part and the whole.</summary>
    private static double Mean<TTerm>(PartColumns columns, float[] part, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var sum = FixedOrderSum.Of(part, columns.Total, columns.Weights.Probabilities, term);
        return columns.Weights.AreEqual ? sum / columns.Paths : sum;
    }

    /// <summary>(X - m)^2 of the whole.</summary>
    private readonly struct Square(double mean) : IPairTerm
    {
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x, Vector256<double> y)
        {
            var d = y - mean;
            return d * d;
        }
    }

    /// <summary>(X_i - m_i)(X - m).</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Product(double own, double mean) : IPairTerm
    {
        private readonly Vector256<double> own = Vector256.Create(own);
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x, Vector256<double> y) => (x - own) * (y - mean);
    }

    /// <summary>The square of a path's influence value on the contribution.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct SquaredInfluence(double own, double mean, double covariance, double deviation) : IPairTerm
    {
        private readonly Vector256<double> own = Vector256.Create(own);
        private readonly Vector256<double> mean = Vector256.Create(mean);
        private readonly Vector256<double> covariance = Vector256.Create(covariance);
        private readonly Vector256<double> variance = Vector256.Create(deviation * deviation);
        private readonly Vector256<double> perDeviation = Vector256.Create(1 / deviation);
        private readonly Vector256<double> ofVariance = Vector256.Create(covariance / (2 * deviation * deviation * deviation));

        public Vector256<double> At(Vector256<double> x, Vector256<double> y)
        {
            var d = y - mean;
            var influence = ((((x - own) * d) - covariance) * perDeviation) - (ofVariance * ((d * d) - variance));
            return influence * influence;
        }
    }
}
