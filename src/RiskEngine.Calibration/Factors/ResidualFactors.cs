using MathNet.Numerics.LinearAlgebra;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Factors;

/// <summary>
/// What columns share beyond market and sector, as statistical factors, fitted so that all factors together give the columns' correlations
/// back: as many as the eigenvalues beyond chance (Marchenko and Pastur), and more where those leave the correlations further off than the
/// stated bounds.
/// </summary>
internal sealed class ResidualFactors
{
    private const double Nothing = 1e-6;
    private const int Leading = 3;

    private readonly ReturnSeries returns;
    private readonly FactorReturns systematic;
    private readonly InstrumentCalibration[] columns;
    private readonly double[,] loadings;

    private ResidualFactors(ReturnSeries returns, FactorReturns systematic, InstrumentCalibration[] columns, double[,] loadings)
    {
        this.returns = returns;
        this.systematic = systematic;
        this.columns = columns;
        this.loadings = loadings;
    }

    /// <summary>
    /// The calibration with residual factors in its factors and its instruments' exposures; as it was where there is no benchmark, or
    /// nothing is left to share.
    /// </summary>
    public static CalibrationResult AddTo(CalibrationResult result, ReturnSeries returns, FactorReturns? systematic, FactorFitting fitting)
    {
        if (systematic is null)
            return result;
        var entries = result
            .Instruments.Where(entry =>
                entry.Instrument != result.Benchmark
                && InstrumentTerms.OwnVariance(entry) > Nothing * Math.Pow(entry.Volatility.Annualised.Value, 2)
            )
            .ToArray();
        if (entries.Length < 2)
            return result;
        var terms = Array.ConvertAll(entries, entry => InstrumentTerms.Of(result, entry));
        var (own, shared) = Unexplained(result, entries, terms);
        var number = Number(own, shared, result);
        if (number == 0)
            return result;
        var fitted = MinimumResiduals.Fit(shared, number);
        while (IsPoor(shared, fitted) && number < MostFactors(entries.Length))
        {
            number = Math.Min(MostFactors(entries.Length), number + 1 + (entries.Length / 40));
            fitted = MinimumResiduals.Fit(shared, number);
        }

        return new ResidualFactors(returns, systematic, entries, Scaled(fitted, terms)).Added(result, fitting);
    }

    /// <summary>Whether the loadings leave more than the stated bounds of what the pairs share.</summary>
    private static bool IsPoor(double[,] shared, double[,] loadings)
    {
        var (pairs, near, worst) = (0, 0, 0.0);
        for (var i = 0; i < shared.GetLength(0); i++)
        {
            for (var j = 0; j < i; j++)
            {
                var made = Enumerable.Range(0, loadings.GetLength(1)).Sum(k => loadings[i, k] * loadings[j, k]);
                var off = Math.Abs(made - shared[i, j]);
                (pairs, near, worst) = (pairs + 1, near + (off <= CorrelationFit.Tolerance ? 1 : 0), Math.Max(worst, off));
            }
        }

        return near < CorrelationFit.LeastShare * pairs || worst > CorrelationFit.MostDifference;
    }

    /// <summary>
    /// Own variances, and what the pairs' correlations need beyond market and sector; both in units of the correlation, so that the fit
    /// makes the least squares of the correlations' differences. The diagonal of the latter is own risk's part of each variance.
    /// </summary>
    private static (double[] Own, double[,] Shared) Unexplained(
        CalibrationResult result,
        InstrumentCalibration[] columns,
        InstrumentTerms[] terms
    )
    {
        var index = columns.Select((entry, i) => (entry.Instrument, i)).ToDictionary(e => e.Instrument, e => e.i);
        var own = columns.Select((entry, i) => InstrumentTerms.OwnVariance(entry) / Math.Pow(terms[i].Volatility, 2)).ToArray();
        var shared = new double[columns.Length, columns.Length];
        for (var i = 0; i < own.Length; i++)
            shared[i, i] = own[i];
        foreach (var pair in result.Correlations)
        {
            if (!index.TryGetValue(pair.First, out var i) || !index.TryGetValue(pair.Second, out var j))
                continue;
            var (a, b) = (terms[i], terms[j]);
            var explained = 0.0;
            for (var k = 0; k < Math.Min(a.Exposures.Count, b.Exposures.Count); k++)
            {
                explained +=
                    a.Exposures[k].Size.Value * b.Exposures[k].Size.Value * Math.Pow(InstrumentTerms.Written(a.Exposures[k].Factor), 2);
            }

            var most = Math.Sqrt(own[i] * own[j]);
            var left = pair.Estimate.Correlation.Value - (explained / (a.Volatility * b.Volatility));
            shared[i, j] = shared[j, i] = Math.Clamp(left, -most, most);
        }

        return (own, shared);
    }

    private static int Number(double[] own, double[,] shared, CalibrationResult result)
    {
        var n = own.Length;
        var correlation = Matrix<double>.Build.Dense(n, n, (i, j) => i == j ? 1 : shared[i, j] / Math.Sqrt(own[i] * own[j]));
        var eigenvalues = correlation.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).ToArray();
        int[] counts = [.. result.Correlations.Select(pair => pair.Estimate.Observations).Order()];
        return counts.Length == 0 ? 0 : Math.Min(MostFactors(n), FactorNumber.MarchenkoPastur(eigenvalues, counts[counts.Length / 2]));
    }

    /// <summary>Ledermann's bound (1937): with more factors the loadings of n columns are not determined.</summary>
    private static int MostFactors(int n) => Math.Clamp((int)(((2 * n) + 1 - Math.Sqrt((8 * n) + 1)) / 2), 1, n - 1);

    private static double[,] Scaled(double[,] loadings, InstrumentTerms[] terms)
    {
        var scaled = (double[,])loadings.Clone();
        for (var i = 0; i < terms.Length; i++)
        {
            for (var k = 0; k < scaled.GetLength(1); k++)
                scaled[i, k] *= terms[i].Volatility;
        }

        return scaled;
    }

    private CalibrationResult Added(CalibrationResult result, FactorFitting fitting)
    {
        var number = loadings.GetLength(1);
        var periodsPerYear = returns.PeriodsPerYear(result.Benchmark!);
        var scores = Scores();
        var factors = new FactorCalibration[number];
        for (var k = 0; k < number; k++)
        {
            var size = Math.Sqrt(columns.Select((_, i) => loadings[i, k] * loadings[i, k]).Average());
            var rows = Enumerable.Range(0, scores.Length).Where(t => scores[t] is not null).ToArray();
            var series = Array.ConvertAll(rows, t => scores[t]![k]);
            var root = Math.Sqrt(series.Average(x => x * x));
            factors[k] = fitting.Fit(
                FactorRole.Residual,
                $"residual-{k + 1}",
                Array.ConvertAll(series, x => size / Math.Sqrt(periodsPerYear) * x / root),
                periodsPerYear,
                returns.PeriodEnds[rows[0]],
                returns.PeriodEnds[rows[^1]]
            ) with
            {
                Moves = Array.ConvertAll(scores, s => s is null ? double.NaN : size / Math.Sqrt(periodsPerYear) * s[k] / root),
                Leading =
                [
                    .. Enumerable
                        .Range(0, columns.Length)
                        .OrderByDescending(i => Math.Abs(loadings[i, k]))
                        .Take(Leading)
                        .Select(i => columns[i].Instrument),
                ],
            };
        }

        var index = columns.Select((entry, i) => (entry.Instrument, i)).ToDictionary(e => e.Instrument, e => e.i);
        return result with
        {
            Factors = [.. result.Factors, .. factors],
            Instruments =
            [
                .. result.Instruments.Select(entry =>
                    index.TryGetValue(entry.Instrument, out var i) ? entry with { Residual = Exposures(entry, i, factors) } : entry
                ),
            ],
        };
    }

    /// <summary>The error of a loading on factors that are known: own deviation over the root of the count (Bai 2003).</summary>
    private ParameterEstimate[] Exposures(InstrumentCalibration entry, int row, FactorCalibration[] factors)
    {
        var left = InstrumentTerms.OwnVariance(entry) - Enumerable.Range(0, factors.Length).Sum(k => Math.Pow(loadings[row, k], 2));
        var error = Math.Sqrt(Math.Max(left, Nothing) / entry.Volatility.Observations);
        return
        [
            .. factors.Select(
                (factor, k) =>
                    new ParameterEstimate(loadings[row, k] / InstrumentTerms.Written(factor), error / InstrumentTerms.Written(factor))
            ),
        ];
    }

    /// <summary>
    /// The factors' moves in each period, up to their scale, from the columns that have a return (Thomson's regression scores, 1951); null
    /// where fewer than half of them have one.
    /// </summary>
    private double[]?[] Scores()
    {
        var (n, number) = (columns.Length, loadings.GetLength(1));
        var residuals = Array.ConvertAll(columns, entry => systematic.ResidualOf(returns.Of(entry.Instrument), entry.Exposures));
        var own = Enumerable
            .Range(0, n)
            .Select(i =>
                Math.Max(
                    0.01 * InstrumentTerms.OwnVariance(columns[i]),
                    InstrumentTerms.OwnVariance(columns[i]) - Enumerable.Range(0, number).Sum(k => Math.Pow(loadings[i, k], 2))
                )
            )
            .ToArray();
        var scores = new double[]?[returns.PeriodEnds.Count];
        var half = Enumerable.Range(0, scores.Length).Max(t => residuals.Count(r => double.IsFinite(r[t]))) / 2.0;
        for (var t = 0; t < scores.Length; t++)
        {
            var present = Enumerable.Range(0, n).Where(i => double.IsFinite(residuals[i][t])).ToArray();
            if (present.Length < Math.Max(1, half))
                continue;
            var precision = Matrix<double>.Build.DenseIdentity(number);
            var weighted = Vector<double>.Build.Dense(number);
            foreach (var i in present)
            {
                for (var k = 0; k < number; k++)
                {
                    weighted[k] += loadings[i, k] * residuals[i][t] / own[i];
                    for (var l = 0; l < number; l++)
                        precision[k, l] += loadings[i, k] * loadings[i, l] / own[i];
                }
            }

            scores[t] = precision.Cholesky().Solve(weighted).ToArray();
        }

        return scores;
    }
}
