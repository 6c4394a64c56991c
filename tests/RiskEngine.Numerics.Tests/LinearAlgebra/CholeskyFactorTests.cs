using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Numerics.Tests.LinearAlgebra;

public sealed class CholeskyFactorTests
{
    [Test]
    public void A_textbook_matrix_is_factored_exactly()
    {
        // [[4, 12, -16], [12, 37, -43], [-16, -43, 98]] = L L' with the whole numbers below (checked by multiplying out).
        var lower = CholeskyFactor.Lower(
            new double[,]
            {
                { 4, 12, -16 },
                { 12, 37, -43 },
                { -16, -43, 98 },
            }
        );
        Assert.That(
            lower,
            Is.EqualTo(
                new double[,]
                {
                    { 2, 0, 0 },
                    { 6, 1, 0 },
                    { -8, 5, 3 },
                }
            )
        );
    }

    [Test]
    public void A_variable_that_follows_from_those_before_it_gets_a_zero_column()
    {
        var lower = CholeskyFactor.Lower(
            new[,]
            {
                { 1, 1, 0.5 },
                { 1, 1, 0.5 },
                { 0.5, 0.5, 1 },
            }
        );
        Assert.That(lower[1, 1], Is.Zero);
        Assert.That(lower[2, 1], Is.Zero);
        Assert.That(lower[1, 0], Is.EqualTo(1));
        Assert.That(lower[2, 2], Is.EqualTo(Math.Sqrt(0.75)).Within(1e-15));
    }

    [Test]
    public void The_nearest_correlation_matrix_can_be_factored()
    {
        var matrix = NearestCorrelation
            .Find(
                new double[,]
                {
                    { 1, 1, 0 },
                    { 1, 1, 1 },
                    { 0, 1, 1 },
                }
            )
            .Matrix;
        var lower = CholeskyFactor.Lower(matrix);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < 3; k++)
                    sum += lower[i, k] * lower[j, k];
                Assert.That(sum, Is.EqualTo(matrix[i, j]).Within(1e-9));
            }
        }
    }

    [Test]
    public void A_negative_pivot_is_refused_and_named() =>
        Assert.That(
            () =>
                CholeskyFactor.Lower(
                    new double[,]
                    {
                        { 1, 2 },
                        { 2, 1 },
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("found the pivot -3 in row 1")
        );

    [Test]
    public void A_zero_pivot_under_which_something_is_left_is_refused() =>
        Assert.That(
            () =>
                CholeskyFactor.Lower(
                    new double[,]
                    {
                        { 0, 1 },
                        { 1, 1 },
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("found the pivot 0 in row 0 with 1 left in row 1")
        );

    // Eigenvalues of an equicorrelation matrix: 1 - r, and 1 + (n - 1) r.
    [TestCase(0.99, true)]
    [TestCase(1.0, false)]
    [TestCase(-0.499, true)]
    [TestCase(-0.5, false)]
    [TestCase(-0.51, false)]
    public void A_matrix_is_clearly_definite_when_all_eigenvalues_are_above_zero(double r, bool expected) =>
        Assert.That(
            CholeskyFactor.IsClearlyDefinite(
                new[,]
                {
                    { 1, r, r },
                    { r, 1, r },
                    { r, r, 1 },
                }
            ),
            Is.EqualTo(expected)
        );

    [Test]
    public void No_entry_above_zero_on_the_diagonal_is_not_definite() =>
        Assert.That(
            CholeskyFactor.IsClearlyDefinite(
                new double[,]
                {
                    { 0, 0 },
                    { 0, 1 },
                }
            ),
            Is.False
        );
}
