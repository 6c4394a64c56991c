using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

public sealed class FactorNumberTests
{
    private const int Series = 30;
    private const int Periods = 400;

    /// <summary>Series of k factors and noise of as much variance: k eigenvalues stand above what noise alone makes.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    public void The_number_that_the_data_were_made_with_is_found(int factors)
    {
        var moves = Enumerable.Range(0, factors).Select(k => Simulated.Normals(900 + k, Periods)).ToArray();
        var returns = Enumerable.Range(0, Series).Select(i => Column(i, moves)).ToArray();
        var correlation = Matrix<double>.Build.Dense(Series, Series, (i, j) => Correlation.Pearson(returns[i], returns[j]));
        var eigenvalues = correlation.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).ToArray();
        Assert.That(FactorNumber.MarchenkoPastur(eigenvalues, Periods), Is.EqualTo(factors));
    }

    private static double[] Column(int series, double[][] moves)
    {
        var loadings = Simulated.Normals(700 + series, Math.Max(1, moves.Length));
        var noise = Simulated.Normals(800 + series, Periods);
        var scale = Math.Sqrt(Math.Max(1, moves.Length));
        return [.. noise.Select((e, t) => (scale * e) + moves.Select((move, k) => loadings[k] * move[t]).Sum())];
    }

    // (1 + sqrt(1/4))^2 = 2.25 (Marchenko and Pastur 1967).
    [Test]
    public void The_edge_is_that_of_the_law() =>
        Assert.That(FactorNumber.MarchenkoPastur([2.26, 2.24, .. Enumerable.Repeat(1.0, 98)], 400), Is.EqualTo(1));
}
