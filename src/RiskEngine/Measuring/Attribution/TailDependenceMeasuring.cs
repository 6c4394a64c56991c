using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Analysis.TailRisk;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>How the instruments that weigh most in the portfolios fall together.</summary>
internal static class TailDependenceMeasuring
{
    /// <summary>More instruments than these make a table that nobody reads.</summary>
    private const int MostInstruments = 8;

    private const int FewestWorst = 20;

    public static IReadOnlyList<TailDependenceResult> Of(BaseColumns columns, int threads)
    {
        // One percent of the paths must be some.
        if (columns.Paths < 100 * FewestWorst)
            return [];
        var model = columns.Model;
        var moving = Enumerable
            .Range(0, model.Instruments.Count)
            .Where(i => model.Instruments[i].Kind != InstrumentKind.Cash && Weight(i) > 0 && Varies(i))
            .OrderByDescending(Weight)
            .Take(MostInstruments)
            .Order()
            .ToArray();
        (int First, int Second)[] pairs = [.. from i in moving from j in moving where i < j select (i, j)];
        var results = new TailDependenceResult[pairs.Length];
        Parallel.For(
            0,
            pairs.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            at =>
            {
                var (i, j) = pairs[at];
                var (a, b) = (Values(i), Values(j));
                results[at] = new TailDependenceResult(
                    model.Instruments[i],
                    model.Instruments[j],
                    Correlation(a, b),
                    TailDependence.Lower(a, b, 0.05),
                    TailDependence.Lower(a, b, 0.01)
                );
            }
        );
        return results;

        float[] Values(int i) => columns.Outcomes.Instruments[i, columns.Headline];

        bool Varies(int i) => Values(i).AsSpan().ContainsAnyExcept(Values(i)[0]);

        double Weight(int i) =>
            model.Portfolios.Max(
                (Portfolio p) => p.Positions.Where(q => q.Instrument == model.Instruments[i].Id).Sum(q => Math.Abs(p.Weight(q)))
            );
    }

    private static double Correlation(float[] first, float[] second)
    {
        var (a, b) = (Array.ConvertAll(first, x => Math.Log(x)), Array.ConvertAll(second, x => Math.Log(x)));
        var (meanA, meanB) = (a.Average(), b.Average());
        var (aa, bb, ab) = (0.0, 0.0, 0.0);
        for (var k = 0; k < a.Length; k++)
        {
            var (x, y) = (a[k] - meanA, b[k] - meanB);
            (aa, bb, ab) = (aa + (x * x), bb + (y * y), ab + (x * y));
        }

        return double.IsFinite(aa) && double.IsFinite(bb) ? ab / Math.Sqrt(aa * bb) : double.NaN;
    }
}
