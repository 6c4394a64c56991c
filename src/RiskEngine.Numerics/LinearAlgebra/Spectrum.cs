using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>Eigenvalues and orthonormal eigenvectors of a symmetric matrix.</summary>
internal sealed class Spectrum
{
    // One eigenvector after the other.
    private readonly double[] vectors;

    private Spectrum(double[] values, double[] vectors) => (Values, this.vectors) = (values, vectors);

    /// <summary>The eigenvalues, ascending.</summary>
    public double[] Values { get; }

    /// <summary>How many there are.</summary>
    public int Size => Values.Length;

    /// <summary>Decomposes a symmetric matrix to whose diagonal something is added.</summary>
    public static Spectrum Of(double[,] matrix, double[] added)
    {
        var shifted = DenseMatrix.OfArray(matrix);
        for (var i = 0; i < added.Length; i++)
            shifted[i, i] += added[i];
        var evd = shifted.Evd(Symmetricity.Symmetric);
        return new Spectrum([.. evd.EigenValues.Select(value => value.Real)], evd.EigenVectors.ToColumnMajorArray());
    }

    /// <summary>An eigenvector.</summary>
    public ReadOnlySpan<double> Vector(int at) => vectors.AsSpan(at * Size, Size);

    /// <summary>The nearest positive semi-definite matrix: the lower triangle, row by row.</summary>
    public double[][] Projected()
    {
        var rows = new double[Size][];
        for (var i = 0; i < Size; i++)
            rows[i] = new double[i + 1];
        for (var k = 0; k < Size; k++)
        {
            if (Values[k] <= 0)
                continue;
            var vector = Vector(k);
            for (var i = 0; i < Size; i++)
                TensorPrimitives.MultiplyAdd(vector[..(i + 1)], Values[k] * vector[i], rows[i], rows[i]);
        }

        return rows;
    }
}
