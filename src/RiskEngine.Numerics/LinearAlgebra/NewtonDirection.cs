using System.Numerics.Tensors;

namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>The Newton direction of <see cref="NearestCorrelation"/>: V d = -F by conjugate gradients (Hestenes and Stiefel
/// 1952).</summary>
/// <remarks>
/// With eigenvectors P and eigenvalues l, V h = diag(P (W o (P' Diag(h) P)) P'), where W is 1 for two positive eigenvalues, 0 for two
/// others, and l_j / (l_j - l_k) for a positive l_j and another l_k (Qi and Sun 2006, eq. 3.4). Only rows of W that belong to the smaller
/// of the two sets are gone through: where the positive eigenvalues are more, the complement 1 - W, for V h = h - diag(P ((1 - W) o ...)
/// P').
/// </remarks>
internal sealed class NewtonDirection
{
    private const int MaxIterations = 200;

    // V is positive definite at the answer; until there, a little of the identity keeps it so.
    private const double LargestShift = 1e-4;

    private readonly Spectrum spectrum;
    private readonly bool isComplement;
    private readonly int[] rows;
    private readonly double shift;

    private NewtonDirection(Spectrum spectrum, double shift)
    {
        (this.spectrum, this.shift) = (spectrum, shift);
        var positive = spectrum.Values.Count(value => value > 0);
        isComplement = positive > spectrum.Size / 2;
        rows = [.. Enumerable.Range(0, spectrum.Size).Where(j => (spectrum.Values[j] > 0) != isComplement)];
    }

    /// <summary>Solves to an accuracy that keeps Newton's steps quadratic.</summary>
    public static double[] Find(Spectrum spectrum, double[] gradient)
    {
        var size = TensorPrimitives.Norm<double>(gradient);
        return new NewtonDirection(spectrum, Math.Min(LargestShift, 0.1 * size)).Solve(gradient, Math.Min(0.01, size) * size);
    }

    private double[] Solve(double[] gradient, double enough)
    {
        var n = gradient.Length;
        var (d, r, h, product) = (new double[n], new double[n], new double[n], new double[n]);
        TensorPrimitives.Negate(gradient, r);
        r.CopyTo(h, 0);
        var left = TensorPrimitives.SumOfSquares<double>(r);
        for (var iteration = 0; iteration < MaxIterations && Math.Sqrt(left) > enough; iteration++)
        {
            Multiply(h, product);
            var step = left / TensorPrimitives.Dot<double>(h, product);
            TensorPrimitives.MultiplyAdd(h, step, d, d);
            TensorPrimitives.MultiplyAdd(product, -step, r, r);
            var next = TensorPrimitives.SumOfSquares<double>(r);
            TensorPrimitives.MultiplyAdd(h, next / left, r, h);
            left = next;
        }

        return d;
    }

    private void Multiply(double[] h, double[] product)
    {
        var n = h.Length;
        var (scaled, weighted, sum) = (new double[n], new double[n], new double[n]);
        Array.Clear(product);
        foreach (var j in rows)
        {
            TensorPrimitives.Multiply(spectrum.Vector(j), h, scaled);
            Array.Clear(sum);
            for (var k = 0; k < n; k++)
            {
                weighted[k] = Weight(j, k) * TensorPrimitives.Dot<double>(spectrum.Vector(k), scaled);
                if (weighted[k] != 0)
                    TensorPrimitives.MultiplyAdd(spectrum.Vector(k), weighted[k], sum, sum);
            }

            TensorPrimitives.MultiplyAdd(sum, spectrum.Vector(j), product, product);
        }

        if (isComplement)
            TensorPrimitives.Subtract(h, product, product);
        TensorPrimitives.MultiplyAdd(h, shift, product, product);
    }

    /// <summary>
    /// The weight of an entry in a row that is gone through; twice where that of its column is not, by symmetry. The complement's weights
    /// come out of the same formula.
    /// </summary>
    private double Weight(int j, int k)
    {
        var (own, other) = (spectrum.Values[j], spectrum.Values[k]);
        return own > 0 == other > 0 ? 1 : 2 * own / (own - other);
    }
}
