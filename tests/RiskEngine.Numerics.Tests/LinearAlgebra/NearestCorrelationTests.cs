using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Numerics.Tests.LinearAlgebra;

public sealed class NearestCorrelationTests
{
    [Test]
    public void Highams_published_example_comes_out()
    {
        // Higham (2002), section 4: off-diagonals 0.7607 and 0.1573, distance 0.5278.
        var result = NearestCorrelation.Find(
            new double[,]
            {
                { 1, 1, 0 },
                { 1, 1, 1 },
                { 0, 1, 1 },
            }
        );
        Assert.That(result.Matrix[0, 1], Is.EqualTo(0.7607).Within(5e-5));
        Assert.That(result.Matrix[1, 2], Is.EqualTo(0.7607).Within(5e-5));
        Assert.That(result.Matrix[0, 2], Is.EqualTo(0.1573).Within(5e-5));
        Assert.That(result.FrobeniusDistance, Is.EqualTo(0.5278).Within(5e-5));
        Assert.That(result.LargestChange, Is.EqualTo(1 - result.Matrix[0, 1]).Within(1e-9));
        Assert.That(result.Iterations, Is.Positive);
    }

    [TestCase(2)]
    [TestCase(7)]
    [TestCase(25)]
    [TestCase(60)]
    public void It_is_where_alternating_projections_settle(int n)
    {
        var asked = RandomSymmetric(new Random(n), n);
        var (newton, plain) = (NearestCorrelation.Find(asked), ByProjections(asked));
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                Assert.That(newton.Matrix[i, j], Is.EqualTo(plain[i, j]).Within(1e-7), $"row {i}, column {j}");
        }

        Assert.That(newton.Iterations, Is.LessThan(15));
    }

    [Test]
    public void Two_hundred_variables_take_a_few_steps()
    {
        // What came of 200 price columns with gaps: one common factor, and noise that no correlation matrix has.
        var asked = RandomSymmetric(new Random(3), 200);
        for (var i = 0; i < 200; i++)
        {
            for (var j = 0; j < i; j++)
                asked[i, j] = asked[j, i] = Math.Clamp(0.5 + 0.3 * asked[i, j], -1, 1);
        }

        var result = NearestCorrelation.Find(asked);
        Assert.That(result.Iterations, Is.LessThan(15));
        Assert.That(SymmetricMatrix.SmallestEigenvalue(result.Matrix), Is.GreaterThan(-1e-11));
    }

    [Test]
    public void A_valid_matrix_comes_back_unchanged()
    {
        var matrix = new[,]
        {
            { 1, 0.5, -0.25 },
            { 0.5, 1, 0.1 },
            { -0.25, 0.1, 1 },
        };
        Assert.That(
            NearestCorrelation.Find(matrix),
            Has.Property("Matrix")
                .EqualTo(matrix)
                .And.Property("FrobeniusDistance")
                .Zero.And.Property("LargestChange")
                .Zero.And.Property("Iterations")
                .Zero
        );
    }

    [Test]
    public void A_singular_but_valid_matrix_comes_back_unchanged()
    {
        var ones = new double[,]
        {
            { 1, 1, 1 },
            { 1, 1, 1 },
            { 1, 1, 1 },
        };
        Assert.That(NearestCorrelation.Find(ones).Matrix, Is.EqualTo(ones));
    }

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public Property The_result_is_a_correlation_matrix_and_a_second_repair_changes_nothing() =>
        Prop.ForAll(
            Gen.Choose(0, 100_000).ToArbitrary(),
            seed =>
            {
                var result = NearestCorrelation.Find(RandomSymmetric(new Random(seed), 6));
                var n = result.Matrix.GetLength(0);
                Assert.That(Enumerable.Range(0, n).Select(i => result.Matrix[i, i]), Is.All.EqualTo(1));
                Assert.That(SymmetricMatrix.SmallestEigenvalue(result.Matrix), Is.GreaterThan(-1e-12));
                Assert.That(result.Matrix.Cast<double>(), Is.All.InRange(-1.0, 1.0));
                var again = NearestCorrelation.Find(result.Matrix);
                Assert.That(again.LargestChange, Is.LessThan(1e-9));
            }
        );

    [Test]
    public void No_nearby_correlation_matrix_is_nearer()
    {
        // The definition itself: mixing in any other correlation matrix leads away from what was asked for.
        var random = new Random(5);
        var asked = RandomSymmetric(random, 5);
        var nearest = NearestCorrelation.Find(asked);
        for (var trial = 0; trial < 200; trial++)
        {
            var other = NearestCorrelation.Find(RandomSymmetric(random, 5)).Matrix;
            var distance = 0.0;
            for (var i = 0; i < 5; i++)
            {
                for (var j = 0; j < 5; j++)
                    distance += Math.Pow((0.99 * nearest.Matrix[i, j]) + (0.01 * other[i, j]) - asked[i, j], 2);
            }

            Assert.That(Math.Sqrt(distance), Is.GreaterThanOrEqualTo(nearest.FrobeniusDistance - 1e-8));
        }
    }

    [Test]
    public void Order_does_not_matter()
    {
        var asked = RandomSymmetric(new Random(9), 4);
        var reversed = new double[4, 4];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
                reversed[i, j] = asked[3 - i, 3 - j];
        }

        var (one, other) = (NearestCorrelation.Find(asked).Matrix, NearestCorrelation.Find(reversed).Matrix);
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
                Assert.That(other[i, j], Is.EqualTo(one[3 - i, 3 - j]).Within(1e-7));
        }
    }

    [Test]
    public void A_matrix_that_is_not_symmetric_is_refused() =>
        Assert.That(
            () =>
                NearestCorrelation.Find(
                    new[,]
                    {
                        { 1, 0.5 },
                        { 0.4, 1 },
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("found 0.4 in row 1, column 0 but 0.5 in row 0, column 1")
        );

    /// <summary>The slow twin: Higham (2002), algorithm 3.3.</summary>
    private static double[,] ByProjections(double[,] asked)
    {
        var y = Matrix<double>.Build.DenseOfArray(asked);
        var correction = Matrix<double>.Build.Dense(y.RowCount, y.ColumnCount);
        for (var iteration = 0; iteration < 20_000; iteration++)
        {
            var r = y - correction;
            var evd = r.Evd(Symmetricity.Symmetric);
            var kept = evd.EigenValues.Map(value => Math.Max(0, value.Real));
            var x = evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(kept) * evd.EigenVectors.Transpose();
            correction = x - r;
            var next = x.Clone();
            next.SetDiagonal(Vector<double>.Build.Dense(y.RowCount, 1));
            var change = (next - y).FrobeniusNorm();
            y = next;
            if (change < 1e-10)
                break;
        }

        return y.ToArray();
    }

    private static double[,] RandomSymmetric(Random random, int n)
    {
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            matrix[i, i] = 1;
            for (var j = 0; j < i; j++)
                matrix[i, j] = matrix[j, i] = (random.NextDouble() * 2) - 1;
        }

        return matrix;
    }
}
