using RiskEngine.Calibration.Factors;
using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Calibration.Market;

/// <summary>Compares the correlations that a market file makes with those of the returns.</summary>
internal static class CorrelationFitting
{
    private const int MostShown = 5;

    /// <summary>The comparison, of the numbers as written.</summary>
    public static CorrelationFit Of(CalibrationResult result)
    {
        var made = result.Benchmark is null ? Repaired(result) : Products(result);
        var pairs = result
            .Correlations.Select(pair => new PairFit(
                pair.First,
                pair.Second,
                pair.Estimate.Correlation.Value,
                made(pair.First, pair.Second)
            ))
            .Where(pair => double.IsFinite(pair.Made))
            .ToArray();
        return new CorrelationFit(
            pairs.Length,
            pairs.Count(pair => pair.Difference <= CorrelationFit.Tolerance),
            [.. pairs.OrderByDescending(pair => pair.Difference).Take(MostShown)],
            result.Factors.Count(factor => factor.Role == FactorRole.Residual)
        );
    }

    /// <summary>The factors are independent: a covariance is the sum of the products of the exposures.</summary>
    private static Func<string, string, double> Products(CalibrationResult result)
    {
        var terms = result.Instruments.ToDictionary(entry => entry.Instrument, entry => InstrumentTerms.Of(result, entry));
        return (first, second) =>
        {
            var (a, b) = (terms[first], terms[second]);
            var moves = b.Exposures.ToDictionary(e => e.Factor, e => e.Size.Value * InstrumentTerms.Written(e.Factor));
            var sum = a.Exposures.Sum(e => e.Size.Value * InstrumentTerms.Written(e.Factor) * moves.GetValueOrDefault(e.Factor));
            return sum / (a.Volatility * b.Volatility);
        };
    }

    /// <summary>Each column is a factor: the engine uses the nearest correlations that can occur together.</summary>
    private static Func<string, string, double> Repaired(CalibrationResult result)
    {
        var index = result.Instruments.Select((entry, i) => (entry.Instrument, i)).ToDictionary(e => e.Instrument, e => e.i);
        var given = new double[index.Count, index.Count];
        for (var i = 0; i < index.Count; i++)
            given[i, i] = 1;
        foreach (var pair in result.Correlations)
        {
            var (i, j) = (index[pair.First], index[pair.Second]);
            given[i, j] = given[j, i] = Math.Round(pair.Estimate.Correlation.Value, 4);
        }

        var used = index.Count == 0 ? given : NearestCorrelation.Find(given).Matrix;
        return (first, second) => used[index[first], index[second]];
    }
}
