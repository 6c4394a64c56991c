using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

/// <summary>Against ledoit_wolf.py beside this file, which follows both papers element by element.</summary>
public sealed class LedoitWolfTests
{
    private const int Times = 24;

    private static readonly double[][] columns =
    [
        .. Enumerable
            .Range(0, 4)
            .Select(i => Enumerable.Range(0, Times).Select(t => Math.Sin(1 + (3 * t) + (2 * i)) + (i * Math.Cos(t) / 2)).ToArray()),
    ];

    [Test]
    public void Towards_the_mean_correlation_as_in_Honey_I_shrunk_the_sample_covariance_matrix() =>
        Check(
            LedoitWolf.ConstantCorrelation(columns),
            0.1949513601,
            0.0512766478,
            [-0.2406584386, -0.3732657829, 0.4511963298, 0.0512943299, 0.0886935419, 0.3303999065]
        );

    [Test]
    public void Towards_the_identity_as_in_A_well_conditioned_estimator() =>
        Check(
            LedoitWolf.Identity(columns),
            0.2972963175,
            0,
            [-0.2187894073, -0.3345385243, 0.3851106174, 0.0360477234, 0.0686924143, 0.2796709119]
        );

    [Test]
    public void A_column_in_other_units_has_the_same_correlations_towards_the_identity()
    {
        double[][] scaled = [.. columns.Select((column, i) => Array.ConvertAll(column, x => 7 + (Math.Pow(10, i) * x)))];
        var (plain, moved) = (LedoitWolf.Identity(columns), LedoitWolf.Identity(scaled));
        Assert.That(moved.Correlation.Cast<double>(), Is.EqualTo(plain.Correlation.Cast<double>()).Within(1e-9));
    }

    /// <summary>With columns enough to make the sample's matrix singular the shrunk one is still positive definite.</summary>
    [Test]
    public void Fewer_returns_than_columns_still_give_a_matrix_of_full_rank()
    {
        double[][] wide = [.. Enumerable.Range(0, 30).Select(i => Simulated.Normals(900 + i, 20))];
        foreach (var shrunk in new[] { LedoitWolf.ConstantCorrelation(wide), LedoitWolf.Identity(wide) })
        {
            var least = MathNet
                .Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(shrunk.Correlation)
                .Evd()
                .EigenValues.Min(value => value.Real);
            Assert.That(least, Is.GreaterThan(0.05));
            Assert.That(shrunk.Intensity, Is.InRange(0.5, 1));
        }
    }

    [Test]
    public void The_more_data_the_less_is_shrunk()
    {
        double[] Intensities(int count)
        {
            var (a, b, c) = (Simulated.Normals(1, count), Simulated.Normals(2, count), Simulated.Normals(3, count));
            double[][] related = [a, [.. a.Zip(b, (x, y) => (0.8 * x) + (0.6 * y))], [.. a.Zip(c, (x, y) => (-0.3 * x) + y)]];
            return [LedoitWolf.ConstantCorrelation(related).Intensity, LedoitWolf.Identity(related).Intensity];
        }

        Assert.That(
            Intensities(2000).Zip(Intensities(50)),
            Has.All.Matches<(double More, double Less)>(pair => pair.More < pair.Less / 10)
        );
    }

    private static void Check(ShrunkCorrelation shrunk, double intensity, double target, double[] upper)
    {
        var r = shrunk.Correlation;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shrunk.Intensity, Is.EqualTo(intensity).Within(1e-9));
            Assert.That(shrunk.Target, Is.EqualTo(target).Within(1e-9));
            Assert.That(shrunk.Observations, Is.EqualTo(Times));
            Assert.That(new[] { r[0, 1], r[0, 2], r[0, 3], r[1, 2], r[1, 3], r[2, 3] }, Is.EqualTo(upper).Within(1e-9));
            Assert.That(new[] { r[0, 0], r[1, 1], r[2, 2], r[3, 3] }, Is.All.EqualTo(1));
        }
    }
}
