using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Paired;
using RiskEngine.Analysis.Probabilities;

namespace RiskEngine.Analysis.Tests;

internal sealed class WeightedMeasuresTests
{
    private const int Paths = 2_000;
    private static readonly double[] z = Samples.Normals(Paths, 181);
    private static readonly float[] profits = Samples.Lognormal(z, 0.05, 0.3);
    private static readonly float[] unchanged = Samples.Lognormal(Samples.Normals(Paths, 182), 0.05, 0.3);
    private static readonly float[] drawdowns = [.. profits.Select(x => Math.Clamp(0.3f - (x / 2), 0, 1))];

    [Test]
    public void Whole_weights_measure_as_repeated_paths()
    {
        // Invariance: a path of weight 3 is the same path three times.
        int[] times = [.. Enumerable.Range(0, Paths).Select(i => i % 4)];
        var weights = PathWeights.Of([.. times.Select(t => t / (double)times.Sum())]);
        var weighted = Measures.Of(profits, drawdowns, unchanged, 1, 0.03, 0.2, new float[SortedColumn.ScratchLength(Paths)], weights);
        var (p, d, u) = (Repeat(profits, times), Repeat(drawdowns, times), Repeat(unchanged, times));
        var repeated = Measures.Of(p, d, u, 1, 0.03, 0.2, new float[SortedColumn.ScratchLength(p.Length)]);

        foreach (var (kind, estimate) in weighted.Where(m => !MeasureKinds.OfDeltas.Contains(m.Key)))
        {
            // n - 1 in the denominator is another n for the standard deviation and what rests on it.
            var isOfDeviation =
                kind.Id.EndsWith("-normal", StringComparison.Ordinal) || kind.Id.EndsWith("-fisher", StringComparison.Ordinal);
            var tolerance = isOfDeviation || kind == MeasureKinds.StandardDeviation || kind == MeasureKinds.Sharpe ? 1e-3 : 1e-9;
            Assert.That(estimate.Value, Is.EqualTo(repeated[kind].Value).Within(tolerance), kind.Id);
            Assert.That(
                estimate.HasError,
                Is.EqualTo(kind.Id.EndsWith("-fisher", StringComparison.Ordinal) ? repeated[kind].HasError : true),
                kind.Id
            );
        }
    }

    [Test]
    public void Equal_weights_that_are_given_measure_as_none()
    {
        var given = PathWeights.Of([.. Enumerable.Repeat(1.0 / Paths, Paths)]);
        var weighted = Measures.Of(profits, drawdowns, unchanged, 1, 0.03, 0.2, new float[SortedColumn.ScratchLength(Paths)], given);
        var plain = Measures.Of(profits, drawdowns, unchanged, 1, 0.03, 0.2, new float[SortedColumn.ScratchLength(Paths)]);

        foreach (var (kind, estimate) in weighted.Where(m => !MeasureKinds.OfDeltas.Contains(m.Key)))
        {
            Assert.That(estimate.Value, Is.EqualTo(plain[kind].Value).Within(1e-12), kind.Id);

            // Order statistics: exact binomial ranks in one case, their normal approximation (Woodruff) in the other.
            Assert.That(
                estimate.StandardError,
                Is.EqualTo(plain[kind].StandardError)
                    .Within(
                        kind.Id[0] is 'q' || kind.Id.Contains("var", StringComparison.Ordinal) || kind.Id is "median" or "drawdown-q95"
                            ? 15
                            : 4
                    )
                    .Percent,
                kind.Id
            );
        }
    }

    [Test]
    public void Paths_without_weight_do_not_count()
    {
        double[] probabilities = [.. Enumerable.Range(0, Paths).Select(i => i < Paths / 2 ? 2.0 / Paths : 0)];
        var weighted = Measures.Of(
            profits,
            drawdowns,
            unchanged,
            1,
            0.03,
            0.2,
            new float[SortedColumn.ScratchLength(Paths)],
            PathWeights.Of(probabilities)
        );
        var half = Measures.Of(
            profits.AsSpan(0, 1000),
            drawdowns.AsSpan(0, 1000),
            unchanged.AsSpan(0, 1000),
            1,
            0.03,
            0.2,
            new float[SortedColumn.ScratchLength(1000)]
        );

        foreach (var (kind, estimate) in weighted.Where(m => !MeasureKinds.OfDeltas.Contains(m.Key)))
        {
            Assert.That(estimate.Value, Is.EqualTo(half[kind].Value).Within(1e-12), kind.Id);
        }

        Assert.That(PathWeights.Of(probabilities).SampleSize(Paths), Is.EqualTo(1000).Within(1e-6));
    }

    [Test]
    public void Tilted_normals_measure_as_the_shifted_normal_and_the_stated_error_is_the_spread()
    {
        // Closed form: weights exp(t z) turn the standard normal into a normal with mean t. 300 samples: their spread is known to 4%.
        const double tilt = 0.5;
        const int samples = 300;
        var all = Samples.Normals(samples * Paths, 183);
        var found = new Dictionary<string, List<Estimate>>(StringComparer.Ordinal);
        var scratch = new float[SortedColumn.ScratchLength(Paths)];
        for (var s = 0; s < samples; s++)
        {
            var draws = all[(s * Paths)..((s + 1) * Paths)];
            double[] raw = [.. draws.Select(x => Math.Exp(tilt * x))];
            var weights = PathWeights.Of([.. raw.Select(w => w / raw.Sum())]);
            var column = Samples.Normally(draws, 0, 1);
            float[] other = [.. column.Select(x => x / 2)];
            foreach (var (kind, estimate) in Measures.Of(column, [], other, 1, 0, 0.2, scratch, weights))
                Add(kind.Id, estimate);
            Add("paired es95", PairedEffect.OnExpectedShortfall(column, other, 0.95, scratch, weights));
            Add("paired mean", PairedEffect.OnMean(column, other, weights));
        }

        var shortfall = Normal.PDF(0, 1, Normal.InvCDF(0, 1, 0.05)) / 0.05;
        var truths = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["mean"] = tilt,
            ["standard-deviation"] = 1,
            ["median"] = tilt,
            ["q05"] = tilt + Normal.InvCDF(0, 1, 0.05),
            ["loss-probability"] = Normal.CDF(tilt, 1, 0),
            ["beat-unchanged-probability"] = 1 - Normal.CDF(tilt, 1, 0),
            ["es95"] = shortfall - tilt,
            ["sharpe"] = tilt,
            ["sortino"] = tilt / Math.Sqrt(((1 + (tilt * tilt)) * Normal.CDF(0, 1, -tilt)) - (tilt * Normal.PDF(0, 1, tilt))),
            ["var95-normal"] = -tilt - Normal.InvCDF(0, 1, 0.05),
            ["upside-risk"] = Math.Sqrt(((1 + (tilt * tilt)) * Normal.CDF(0, 1, tilt)) + (tilt * Normal.PDF(0, 1, tilt))),
            ["omega"] =
                (Normal.PDF(0, 1, tilt) + (tilt * Normal.CDF(0, 1, tilt))) / (Normal.PDF(0, 1, tilt) - (tilt * Normal.CDF(0, 1, -tilt))),
            ["paired mean"] = tilt / 2,
            ["paired es95"] = (shortfall - tilt) / 2,
        };
        foreach (var (id, truth) in truths)
        {
            var mean = found[id].Average(e => e.Value);
            var spread = Math.Sqrt(found[id].Average(e => (e.Value - mean) * (e.Value - mean)));

            Assert.That(mean, Is.EqualTo(truth).Within(0.35 * spread), id); // bias of order 1/n, and 4 errors of 300 samples
            Assert.That(found[id].Average(e => e.StandardError), Is.EqualTo(spread).Within(18).Percent, id);
        }

        void Add(string id, Estimate estimate) => (found.TryGetValue(id, out var list) ? list : found[id] = []).Add(estimate);
    }

    [Test]
    public void A_statement_is_scored_by_the_weight_of_the_paths_on_which_it_holds()
    {
        var score = Predictions.Score([true, false, true, false], PathWeights.Of([0.1, 0.2, 0.3, 0.4]));

        Assert.That(score.Value, Is.EqualTo(0.4).Within(1e-15));
        Assert.That(score.HasError, Is.True);
        Assert.That(Predictions.Score([true, true], PathWeights.Of([0.25, 0.75])).Value, Is.EqualTo(1));
    }

    [Test]
    public void Weights_that_are_no_probabilities_are_refused()
    {
        Assert.That(() => PathWeights.Of([0.5, 0.6]), Throws.ArgumentException.With.Message.Contains("sum of 1.1"));
        Assert.That(() => PathWeights.Of([1.5, -0.5]), Throws.ArgumentException.With.Message.Contains("found -0.5 at index 1"));
        Assert.That(
            () => ColumnMoments.Of(profits, PathWeights.Of([0.5, 0.5])),
            Throws.ArgumentException.With.Message.Contains("2000, found 2")
        );
        Assert.That(PathWeights.Equal.AreEqual, Is.True);
    }

    private static float[] Repeat(float[] column, int[] times) => [.. column.SelectMany((x, i) => Enumerable.Repeat(x, times[i]))];
}
