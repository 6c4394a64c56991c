using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Paired;

namespace RiskEngine.Analysis.Tests;

/// <summary>
/// Over 400 samples of 2,000 paths: 95% intervals cover the truth in 95% of them, and the stated error is the spread of the estimates.
/// </summary>
internal sealed class CoverageTests
{
    private const int SampleCount = 400;
    private const int Paths = 2_000;
    private const double M = 0.05;
    private const double S = 0.3;
    private const double RiskFree = 0.04;

    // 4 standard errors of a proportion of 95% over 400 samples.
    private static readonly double coverageTolerance = 4 * Math.Sqrt(0.95 * 0.05 / SampleCount);

    private readonly Dictionary<string, List<Estimate>> estimates = new(StringComparer.Ordinal);

    // Profits are exp(M + S z) - 1; those without a certain risk are normal with the same z; drawdowns are uniform.
    private static readonly Dictionary<string, double> truths = new(StringComparer.Ordinal)
    {
        ["mean"] = LognormalMean,
        ["standard-deviation"] = LognormalDeviation,
        ["q01"] = LognormalQuantile(0.01),
        ["median"] = LognormalQuantile(0.5),
        ["q99"] = LognormalQuantile(0.99),
        ["loss-probability"] = Normal.CDF(M, S, 0),
        ["large-loss-probability"] = Normal.CDF(M, S, Math.Log(0.8)),
        ["var95"] = -LognormalQuantile(0.05),
        ["es95"] = LognormalShortfall,
        ["sharpe"] = (LognormalMean - RiskFree) / LognormalDeviation,
        ["sortino"] = (LognormalMean - RiskFree) / LognormalDownside,
        ["var95-normal"] = -LognormalMean - (LognormalDeviation * Z05),
        ["upside-risk"] = LognormalUpside,
        ["omega"] = LognormalOmega(1 + RiskFree),
        ["bernardo-ledoit"] = LognormalOmega(1),
        ["drawdown-mean"] = 0.5,
        ["drawdown-q95"] = 0.95,
        ["cdar95"] = 0.975,
        ["paired mean"] = LognormalMean - 0.1,
        ["paired es95"] = LognormalShortfall - (-0.1 + (0.2 * Normal.PDF(0, 1, Z05) / 0.05)),
        ["paired loss-probability"] = Normal.CDF(M, S, 0) - Normal.CDF(0.1, 0.2, 0),
    };

    private static double Z05 => Normal.InvCDF(0, 1, 0.05);

    private static double LognormalMean => Math.Exp(M + (S * S / 2)) - 1;

    private static double LognormalDeviation => Math.Exp(M + (S * S / 2)) * Math.Sqrt(Math.Exp(S * S) - 1);

    private static double LognormalShortfall => 1 - (Math.Exp(M + (S * S / 2)) * Normal.CDF(0, 1, Z05 - S) / 0.05);

    /// <summary>
    /// sqrt of E[(K - e^x)+^2], K = 1 + risk-free: K^2 Phi(d) - 2 K e^(M + S^2/2) Phi(d - S) + e^(2M + 2S^2) Phi(d - 2S), d = (ln K - M)/S.
    /// </summary>
    private static double LognormalDownside
    {
        get
        {
            const double k = 1 + RiskFree;
            var d = (Math.Log(k) - M) / S;
            return Math.Sqrt(
                (k * k * Normal.CDF(0, 1, d))
                    - (2 * k * Math.Exp(M + (S * S / 2)) * Normal.CDF(0, 1, d - S))
                    + (Math.Exp((2 * M) + (2 * S * S)) * Normal.CDF(0, 1, d - (2 * S)))
            );
        }
    }

    /// <summary>The same above K.</summary>
    private static double LognormalUpside
    {
        get
        {
            const double k = 1 + RiskFree;
            var d = (Math.Log(k) - M) / S;
            return Math.Sqrt(
                (k * k * Normal.CDF(0, 1, -d))
                    - (2 * k * Math.Exp(M + (S * S / 2)) * Normal.CDF(0, 1, S - d))
                    + (Math.Exp((2 * M) + (2 * S * S)) * Normal.CDF(0, 1, (2 * S) - d))
            );
        }
    }

    /// <summary>A call by a put, both undiscounted (Black 1976; Kazemi, Schneeweis and Gupta 2004).</summary>
    private static double LognormalOmega(double k)
    {
        var (f, d) = (Math.Exp(M + (S * S / 2)), (Math.Log(k) - M) / S);
        return ((f * Normal.CDF(0, 1, S - d)) - (k * Normal.CDF(0, 1, -d))) / ((k * Normal.CDF(0, 1, d)) - (f * Normal.CDF(0, 1, d - S)));
    }

    public static IEnumerable<string> Names => truths.Keys;

    [OneTimeSetUp]
    public void Measure_all_samples()
    {
        var z = Samples.Normals(SampleCount * Paths, 71);
        var u = Samples.Normals(SampleCount * Paths, 72);
        var scratch = new float[SortedColumn.ScratchLength(Paths)];
        foreach (var name in Names)
        {
            estimates[name] = [];
        }

        for (var sample = 0; sample < SampleCount; sample++)
        {
            var range = new Range(sample * Paths, (sample + 1) * Paths);
            var with = Samples.Lognormal(z[range], M, S);
            float[] without = [.. z[range].Zip(u[range], (a, b) => (float)(0.1 + (0.2 * ((0.8 * a) + (0.6 * b)))))];
            float[] drawdowns = [.. u[range].Select(x => (float)Normal.CDF(0, 1, x))];
            foreach (var (kind, estimate) in Measures.Of(with, drawdowns, without, 1, RiskFree, 0.2, scratch))
            {
                if (estimates.TryGetValue(kind.Id, out var list))
                {
                    list.Add(estimate);
                }
            }

            estimates["paired mean"].Add(PairedEffect.OnMean(with, without));
            estimates["paired es95"].Add(PairedEffect.OnExpectedShortfall(with, without, 0.95, scratch));
            estimates["paired loss-probability"].Add(PairedEffect.OnLossProbability(with, without));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void The_interval_covers_the_truth_in_95_of_100_samples(string name)
    {
        var truth = truths[name];
        var coverage = estimates[name].Average(e => e.Low <= truth && truth <= e.High ? 1.0 : 0.0);

        Assert.That(coverage, Is.EqualTo(0.95).Within(coverageTolerance));
    }

    [TestCaseSource(nameof(Names))]
    public void The_stated_error_is_the_spread_of_the_estimates(string name)
    {
        // The spread of 400 estimates is itself known to 1/sqrt(800) = 3.5%. Order statistics step from path to path: their intervals
        // cover a little more than 95% by construction, hence the allowance.
        var values = estimates[name].Select(e => e.Value).ToArray();
        var mean = values.Average();
        var spread = Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (SampleCount - 1));
        var tolerance = (4 / Math.Sqrt(2.0 * SampleCount)) + (name is "q01" or "q99" ? 0.1 : 0);

        Assert.That(estimates[name].Average(e => e.StandardError), Is.EqualTo(spread).Within(tolerance * spread));
    }

    private static double LognormalQuantile(double p) => Math.Exp(M + (S * Normal.InvCDF(0, 1, p))) - 1;
}
