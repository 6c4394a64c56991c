using System.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Allocation;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Views;
using RiskEngine.Analysis.Views.Quantities;
using RiskEngine.Benchmarks.Shipped;
using RiskEngine.Benchmarks.Tables;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Benchmarks.Answers;

/// <summary>
/// What answers beyond the measures take: pooling of ten views, the frontier, and the shipped base case's attribution, in which all
/// coalitions of its risks are simulated.
/// </summary>
internal static class AnswersBenchmark
{
    private const int Paths = 100_032;
    private const int Instruments = 30;
    private const double SmallestShare = 0.01;

    public static IReadOnlyList<TableRow> Run(int rounds)
    {
        var gains = Enumerable.Range(0, Instruments).Select(Gain).ToArray();
        var scenario = ShippedRun.Read();
        var entropy = 0.0;
        var gap = 0.0;
        double Time(Action work)
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalSeconds;
        }

        var medians = Rounds.Medians(
            rounds,
            (
                "pooling of ten views",
                () => Time(() => entropy = EntropyPooling.Of(Views(gains), PathWeights.Equal, SmallestShare).Posterior!.RelativeEntropy)
            ),
            ("frontier", () => Time(() => gap = Frontier(gains).Max(point => point.Gap))),
            ("attribution", () => Attribution(scenario))
        );
        return
        [
            new(
                $"entropy pooling, ten views, {Paths:N0} paths",
                $"{medians[0]:0.00} s",
                "",
                "under 1 s",
                $"relative entropy {entropy:0.0000}"
            ),
            new(
                $"frontier, 20 points, {Instruments} instruments, {Paths:N0} paths",
                $"{medians[1]:0.0} s",
                "",
                "under 20 s",
                $"largest gap {gap:0.0e0}"
            ),
            new(
                $"shipped base case: Shapley over {scenario.Base.Model.Risks.Count} risks, claims and all else of attribution",
                $"{medians[2]:0.0} s",
                "",
                "under 5 s for Shapley over five"
            ),
        ];
    }

    private static float[] Gain(int instrument)
    {
        var (own, market) = (new float[Paths], new float[Paths]);
        RandomStream.Create(9, "market").FillNormals(0, 0, market);
        RandomStream.Create(9, $"instrument/{instrument}").FillNormals(0, 0, own);
        var volatility = 0.1 + 0.01 * instrument;
        return
        [
            .. own.Zip(
                market,
                (a, b) =>
                    (float)(Math.Exp(0.03 + 0.002 * instrument + volatility * (0.8 * a + 0.6 * b) - 0.5 * volatility * volatility) - 1)
            ),
        ];
    }

    private static View[] Views(float[][] g) =>
        [
            new("mean", new MeanOf(g[0]), ViewRelation.Equal, 0.06),
            new("at least", new MeanOf(g[1]), ViewRelation.AtLeast, 0.05),
            new("volatility", new VolatilityOf(g[2]), ViewRelation.Equal, 0.15),
            new("var", QuantileOf.Losses(g[3], 0.95), ViewRelation.AtLeast, 0.2),
            new("es", new ExpectedShortfallOf(g[4], 0.95), ViewRelation.Equal, 0.3),
            new("skewness", new SkewnessOf(g[5]), ViewRelation.AtMost, 0.3),
            new("correlation", new CorrelationOf(g[6], g[7]), ViewRelation.Equal, 0.5),
            new("ranking", MeanOf.Difference(g[8], g[9]), ViewRelation.AtLeast, 0),
            new("event", new ProbabilityOf([.. g[10].Select(x => x < -0.2f)]), ViewRelation.Equal, 0.15),
            new("median", QuantileOf.Outcomes(g[11], 0.5), ViewRelation.Equal, 0.03, 0.7),
        ];

    private static IReadOnlyList<CertifiedAllocation> Frontier(float[][] gains) =>
        new ShortfallMinimiser(
            new AllocationProblem(gains, new double[Instruments], [.. Enumerable.Repeat(0.15, Instruments)], 1, 0.95)
        ).Frontier(20);

    /// <summary>From the first to the last sign that attribution gives of itself.</summary>
    private static double Attribution(Scenario scenario)
    {
        var stages = new Stages();
        new Engine(ShippedRun.Kinds).Run(
            scenario,
            new RunOptions
            {
                Paths = 100_000,
                Threads = 2,
                Cases = [new Id<Case>("base")],
            },
            stages
        );
        return stages.AttributionSeconds;
    }

    private sealed class Stages : IProgress<RunProgress>
    {
        private readonly Stopwatch watch = new();

        public double AttributionSeconds => watch.Elapsed.TotalSeconds;

        public void Report(RunProgress value)
        {
            if (value.Stage == "attribution")
                watch.Start();
        }
    }
}
