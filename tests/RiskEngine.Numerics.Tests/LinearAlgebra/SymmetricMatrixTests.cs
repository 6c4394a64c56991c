using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Numerics.Tests.LinearAlgebra;

public sealed class SymmetricMatrixTests
{
    // Equal correlations r have the eigenvalues 1 - r and 1 + (n - 1) r.
    [TestCase(0.5, 0.5)]
    [TestCase(-0.25, 0.25)]
    [TestCase(-0.5, -0.5)]
    public void The_smallest_eigenvalue_of_equal_correlations_is_known(double r, double expected)
    {
        var matrix = new[,]
        {
            { 1, r, r, r },
            { r, 1, r, r },
            { r, r, 1, r },
            { r, r, r, 1 },
        };
        Assert.That(SymmetricMatrix.SmallestEigenvalue(matrix), Is.EqualTo(expected).Within(1e-14));
    }

    [Test]
    public void What_is_not_square_is_refused() =>
        Assert.That(
            () => SymmetricMatrix.SmallestEigenvalue(new double[2, 3]),
            Throws.ArgumentException.With.Message.Contains("found 2 x 3")
        );

    [Test]
    public void What_is_not_finite_is_refused() =>
        Assert.That(
            () =>
                SymmetricMatrix.SmallestEigenvalue(
                    new[,]
                    {
                        { double.NaN },
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("found NaN in row 0, column 0")
        );
}
