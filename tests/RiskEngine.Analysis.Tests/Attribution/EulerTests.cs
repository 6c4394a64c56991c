using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Attribution;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Tests.Attribution;

internal sealed class EulerTests
{
    private const int Paths = 200_000;

    // Three Gaussian parts: means 0.01, 0.02, 0; X1 = 0.10 a, X2 = 0.06 a + 0.08 b, X3 = -0.03 a + 0.05 c.
    private static readonly double[] a = Samples.Normals(Paths, 71);
    private static readonly double[] b = Samples.Normals(Paths, 72);
    private static readonly double[] c = Samples.Normals(Paths, 73);
    private static readonly float[][] parts =
    [
        Samples.Normally(a, 0.01, 0.1),
        [.. a.Zip(b, (x, y) => (float)(0.02 + (0.06 * x) + (0.08 * y)))],
        [.. a.Zip(c, (x, y) => (float)((-0.03 * x) + (0.05 * y)))],
    ];

    private static readonly double[] means = [0.01, 0.02, 0];

    // Covariance of each part with the whole, whose loadings are a 0.13, b 0.08, c 0.05.
    private static readonly double[] covariances = [0.1 * 0.13, (0.06 * 0.13) + (0.08 * 0.08), (-0.03 * 0.13) + (0.05 * 0.05)];
    private static readonly double deviation = Math.Sqrt((0.13 * 0.13) + (0.08 * 0.08) + (0.05 * 0.05));

    [Test]
    public void Contributions_of_Gaussian_parts_to_volatility_are_their_covariances_over_the_deviation()
    {
        var split = EulerVolatility.Of(new PartColumns(parts));
        for (var i = 0; i < 3; i++)
            Samples.AssertWithinFourErrors(split.Parts[i], covariances[i] / deviation, $"part {i}");
    }

    [TestCase(0.95)]
    [TestCase(0.99)]
    public void Contributions_of_Gaussian_parts_to_VaR_and_ES_match_the_closed_form(double level)
    {
        // Elliptical (Tasche 1999; McNeil, Frey and Embrechts 2015, section 8.5): contribution = -m_i + cov_i / sigma times the whole's
        // standardised VaR or ES.
        var columns = new PartColumns(parts);
        var quantile = Normal.InvCDF(0, 1, level);
        var tail = Normal.PDF(0, 1, quantile) / (1 - level);
        var (var, es) = (EulerTail.OfValueAtRisk(columns, level), EulerTail.OfExpectedShortfall(columns, level));
        for (var i = 0; i < 3; i++)
        {
            Samples.AssertWithinFourErrors(var.Parts[i], -means[i] + (covariances[i] / deviation * quantile), $"VaR of part {i}");
            Samples.AssertWithinFourErrors(es.Parts[i], -means[i] + (covariances[i] / deviation * tail), $"ES of part {i}");
        }
    }

    [Test]
    public void The_error_of_the_only_part_is_that_of_the_measure_itself()
    {
        var columns = new PartColumns([parts[0]]);
        var sorted = Samples.Sorted(parts[0]);
        var es = ExpectedShortfall.At(sorted, 0.95);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(EulerTail.OfExpectedShortfall(columns, 0.95).Parts[0].Value, Is.EqualTo(es.Value).Within(1e-7));
            Assert.That(
                EulerTail.OfExpectedShortfall(columns, 0.95).Parts[0].StandardError,
                Is.EqualTo(es.StandardError).Within(0.01).Percent
            );
            Assert.That(EulerTail.OfValueAtRisk(columns, 0.95).Parts[0].Value, Is.EqualTo(ValueAtRisk.At(sorted, 0.95).Value).Within(1e-7));
            Assert.That(EulerVolatility.Of(columns).Parts[0].Value, Is.EqualTo(ColumnMoments.Of(parts[0]).StandardDeviation).Within(1e-7));
        }
    }

    [Test]
    public void Stated_errors_are_those_of_repeated_samples()
    {
        // 200 samples of 2,000 paths: the scatter of the contribution of the second part, against the mean stated error.
        var found = Enumerable
            .Range(0, 100)
            .Select(s =>
            {
                var slice = new Range(s * 2000, (s + 1) * 2000);
                var columns = new PartColumns([parts[0][slice], parts[1][slice], parts[2][slice]]);
                return (
                    Es: EulerTail.OfExpectedShortfall(columns, 0.95).Parts[1],
                    Volatility: EulerVolatility.Of(columns).Parts[1],
                    Var: EulerTail.OfValueAtRisk(columns, 0.95).Parts[1]
                );
            })
            .ToArray();
        using (Assert.EnterMultipleScope())
        {
            // A sample deviation of 100 has a relative error of 7%.
            Assert.That(Scatter(found.Select(f => f.Es)), Is.EqualTo(1).Within(0.3), "ES");
            Assert.That(Scatter(found.Select(f => f.Var)), Is.EqualTo(1).Within(0.3), "VaR");
            Assert.That(Scatter(found.Select(f => f.Volatility)), Is.EqualTo(1).Within(0.3), "volatility");
        }
    }

    [FsCheck.NUnit.Property(Replay = "12345,67891", MaxTest = 60)]
    public void Contributions_add_up_to_the_measure(int seed, byte extra)
    {
        var n = 60 + (extra * 4);
        float[][] some =
        [
            .. Enumerable.Range(0, 1 + (extra % 5)).Select(i => Samples.Lognormal(Samples.Normals(n, (seed & 0xffff) + i), 0, 0.3)),
        ];
        var columns = new PartColumns(some);
        foreach (
            var split in (RiskSplit[])
                [EulerVolatility.Of(columns), EulerTail.OfValueAtRisk(columns, 0.9), EulerTail.OfExpectedShortfall(columns, 0.9)]
        )
        {
            Assert.That(split.Parts.Sum(p => p.Value), Is.EqualTo(split.Total).Within(1e-12));
        }

        var total = Enumerable.Range(0, n).Select(k => (float)some.Sum(p => (double)p[k])).ToArray();
        Assert.That(
            EulerTail.OfExpectedShortfall(columns, 0.9).Total,
            Is.EqualTo(ExpectedShortfall.At(Samples.Sorted(total), 0.9).Value).Within(1e-6)
        );
    }

    [Test]
    public void A_path_counted_twice_and_a_path_of_double_probability_are_the_same()
    {
        float[] x = [-0.3f, -0.2f, -0.1f, 0f, 0.1f, 0.2f],
            y = [-0.1f, 0.2f, -0.3f, 0.1f, 0f, 0.05f];
        var twice = new PartColumns([
            [.. x, -0.3f],
            [.. y, -0.1f],
        ]);
        var weighted = new PartColumns([x, y], PathWeights.Of([2 / 7.0, 1 / 7.0, 1 / 7.0, 1 / 7.0, 1 / 7.0, 1 / 7.0]));
        for (var i = 0; i < 2; i++)
        {
            Assert.That(
                EulerTail.OfExpectedShortfall(weighted, 0.5).Parts[i].Value,
                Is.EqualTo(EulerTail.OfExpectedShortfall(twice, 0.5).Parts[i].Value).Within(1e-12),
                $"part {i}"
            );
        }
    }

    [Test]
    public void A_whole_that_never_varies_has_no_risk_to_split()
    {
        var columns = new PartColumns([
            [0.1f, 0.1f, 0.1f],
            [-0.1f, -0.1f, -0.1f],
        ]);
        Assert.That(EulerVolatility.Of(columns).Parts, Is.All.EqualTo(Estimate.Exact(0)));
        Assert.That(EulerTail.OfValueAtRisk(columns, 0.5).Parts.Select(p => p.Value), Is.EqualTo(new[] { -0.1, 0.1 }).Within(1e-7));
    }

    [Test]
    public void Parts_that_do_not_fit_together_are_refused()
    {
        Assert.That(() => new PartColumns([]), Throws.ArgumentException.With.Message.Contains("at least one part"));
        Assert.That(
            () =>
                new PartColumns([
                    [1f, 2f],
                    [1f],
                ]),
            Throws.ArgumentException.With.Message.Contains("found 1")
        );
        Assert.That(
            () =>
                new PartColumns([
                    [1f, float.NaN],
                ]),
            Throws.ArgumentException.With.Message.Contains("index 1")
        );
    }

    /// <summary>The deviation of the values over the root mean square of the stated errors.</summary>
    private static double Scatter(IEnumerable<Estimate> estimates)
    {
        var all = estimates.ToArray();
        var mean = all.Average(e => e.Value);
        return Math.Sqrt(
            all.Sum(e => Math.Pow(e.Value - mean, 2)) / (all.Length - 1) / all.Average(e => e.StandardError * e.StandardError)
        );
    }
}
