using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Analysis.TailRisk;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>How the instruments that weigh most in the portfolios, and the factors that matter most to them, end together.</summary>
internal static class TailDependenceMeasuring
{
    /// <summary>More than these make a table that nobody reads.</summary>
    private const int Most = 8;

    private const int FewestWorst = 20;

    /// <summary>Of instruments: those with the largest weight in any portfolio.</summary>
    public static IReadOnlyList<TailDependenceResult<Instrument>> OfInstruments(BaseColumns columns, int threads)
    {
        var model = columns.Model;
        return Pairs(
            columns,
            model.Instruments,
            i => model.Instruments[i].Kind == InstrumentKind.Cash ? 0 : Weight(i),
            i => columns.Outcomes.Instruments[i, columns.Headline],
            i => Array.ConvertAll(columns.Outcomes.Instruments[i, columns.Headline], x => Math.Log(x)),
            threads
        );

        double Weight(int i) =>
            model.Portfolios.Max(
                (Portfolio p) => p.Positions.Where(q => q.Instrument == model.Instruments[i].Id).Sum(q => Math.Abs(p.Weight(q)))
            );
    }

    /// <summary>Of factors: those that contribute most to any portfolio's expected shortfall as it is held.</summary>
    public static IReadOnlyList<TailDependenceResult<RiskFactor>> OfFactors(
        BaseColumns columns,
        IReadOnlyList<ContributionResult> contributions,
        int threads
    )
    {
        var sizes = contributions
            .Where(c => c.Variant.Id == columns.Variants[VariantSet.AsHeld].Id)
            .SelectMany(c => c.Factors)
            .Where(part => part.Kind == RiskPartKind.Factor)
            .GroupBy(part => part.Id, StringComparer.Ordinal)
            .ToDictionary(part => part.Key, part => part.Max(x => Math.Abs(x.Es95.Value)), StringComparer.Ordinal);
        return Pairs(
            columns,
            columns.Model.Factors,
            f => sizes.GetValueOrDefault(columns.Model.Factors[f].Id.Value),
            f => columns.Factor(f, columns.Headline),
            f => Array.ConvertAll(columns.Factor(f, columns.Headline), x => (double)x),
            threads
        );
    }

    private static TailDependenceResult<T>[] Pairs<T>(
        BaseColumns columns,
        IReadOnlyList<T> all,
        Func<int, double> size,
        Func<int, float[]> values,
        Func<int, double[]> moves,
        int threads
    )
    {
        // One percent of the paths must be some.
        if (columns.Paths < 100 * FewestWorst)
            return [];
        var moving = Enumerable
            .Range(0, all.Count)
            .Where(i => size(i) > 0 && values(i).AsSpan().ContainsAnyExcept(values(i)[0]))
            .OrderByDescending(size)
            .Take(Most)
            .Order()
            .ToArray();
        (int First, int Second)[] pairs = [.. from i in moving from j in moving where i < j select (i, j)];
        var results = new TailDependenceResult<T>[pairs.Length];
        Parallel.For(
            0,
            pairs.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            at =>
            {
                var (i, j) = pairs[at];
                var (a, b) = (values(i), values(j));
                results[at] = new TailDependenceResult<T>(
                    all[i],
                    all[j],
                    Correlation(moves(i), moves(j)),
                    TailDependence.Lower(a, b, 0.05),
                    TailDependence.Lower(a, b, 0.01),
                    TailDependence.Lower(Array.ConvertAll(a, x => -x), Array.ConvertAll(b, x => -x), 0.05)
                );
            }
        );
        return results;
    }

    private static double Correlation(double[] a, double[] b)
    {
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
