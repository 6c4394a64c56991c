using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Market;

namespace RiskEngine.Calibration.Tests.Factors;

/// <summary>A market of two known blocks beyond the benchmark: bonds that move together, gold and silver that move together.</summary>
public sealed class ResidualFactorsTests
{
    private const int Weeks = 1000;

    private static readonly PriceHistory history = Made();

    [Test]
    public void The_market_gives_back_the_correlations_it_was_made_from()
    {
        var result = Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "SPY"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Fit.Pairs, Is.EqualTo(28));
            Assert.That(result.Fit.ShareNear, Is.EqualTo(1), string.Join("; ", result.Fit.Worst));
            Assert.That(result.Fit.ResidualFactors, Is.GreaterThanOrEqualTo(2));
            Assert.That(result.Fit.IsPoor, Is.False);
        }
    }

    [TestCase("TLT", "IEF")]
    [TestCase("GLD", "SLV")]
    [TestCase("TLT", "XLE")]
    public void A_portfolio_of_two_has_the_variance_of_its_history(string first, string second)
    {
        var result = Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "SPY"));
        var (a, b) = (Terms(first), Terms(second));
        var covariance = a.Exposures.Sum(e =>
            e.Size.Value
            * InstrumentTerms.Written(e.Factor)
            * b.Exposures.Where(o => o.Factor == e.Factor).Sum(o => o.Size.Value * InstrumentTerms.Written(o.Factor))
        );
        var made = Math.Sqrt((0.25 * (Square(a.Volatility) + Square(b.Volatility))) + (0.5 * covariance));
        var (x, y) = (history.PricesOf(first).ToArray(), history.PricesOf(second).ToArray());
        var half = Enumerable.Range(1, Weeks).Select(t => 0.5 * (Math.Log(x[t] / x[t - 1]) + Math.Log(y[t] / y[t - 1]))).ToArray();
        var own = Volatility.Estimate(half, 52).Annualised;
        Assert.That(made, Is.EqualTo(own.Value).Within(2 * own.StandardError));

        InstrumentTerms Terms(string id) => InstrumentTerms.Of(result, result.Find(id)!);
    }

    [Test]
    public void The_file_names_the_share_of_near_pairs_the_worst_and_the_factors()
    {
        var text = MarketFile.Write(Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "SPY")), "p.csv", "00");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Match("# Correlations with [0-9]+ residual factors? .*Pastur 1967.*100% of 28 pairs .*within 0.05"));
            Assert.That(text, Does.Match("Furthest off: [A-Z]+ ~ [A-Z]+ -?0.[0-9]+ for -?0.[0-9]+"));
            Assert.That(text, Does.Contain("  residual-1:\n").And.Match("exposures: \\{ market: [^}]*residual-1: "));
        }
    }

    /// <summary>A moves with B, B with C, but C against A, each pair in a window of its own: no correlations are like that.</summary>
    [Test]
    public void Correlations_that_contradict_each_other_are_warned_of()
    {
        const int part = 40;
        var z = Array.ConvertAll(Simulated.Normals(6100, 3 * part), x => 0.02 * x);
        var all = Simulated.Weekly(("A", z), ("B", z), ("C", [.. z.Select((x, t) => t < 2 * part ? x : -x)]));
        var odd = new PriceHistory(
            all.Dates,
            all.Instruments,
            [Without("A", part, 2 * part), Without("B", 2 * part, 3 * part), Without("C", 0, part)]
        );
        var result = Calibrator.Calibrate(odd, new CalibrationOptions());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Correlations.Select(pair => pair.Estimate.Correlation.Value), Is.EqualTo(new[] { 1.0, -1, 1 }).Within(1e-9));
            Assert.That(result.Fit.IsPoor, Is.True);
            Assert.That(CorrelationWords.Of(result), Has.Some.Contains("Warning").And.Contains("contradict"));
        }

        double[] Without(string id, int from, int until) =>
            [.. all.PricesOf(id).ToArray().Select((price, t) => t > from && t <= until ? double.NaN : price)];
    }

    private static double Square(double x) => x * x;

    private static PriceHistory Made()
    {
        var (market, rates, metals) = (Moves(1, 0.02), Moves(2, 0.01), Moves(3, 0.02));
        return Simulated.Weekly(
            ("SPY", market),
            ("TLT", Sum(4, 0.006, (market, -0.3), (rates, 1.6))),
            ("IEF", Sum(5, 0.002, (market, -0.15), (rates, 0.75))),
            ("LQD", Sum(6, 0.004, (market, 0.15), (rates, 0.8))),
            ("GLD", Sum(7, 0.008, (metals, 0.9), (rates, 0.3))),
            ("SLV", Sum(8, 0.02, (market, 0.4), (metals, 1.6))),
            ("XLE", Sum(9, 0.025, (market, 1.1))),
            ("XLK", Sum(10, 0.01, (market, 1.15)))
        );
    }

    private static double[] Moves(int seed, double scale) => Array.ConvertAll(Simulated.Normals(6000 + seed, Weeks), z => scale * z);

    private static double[] Sum(int seed, double own, params (double[] Factor, double Size)[] parts) =>
        [.. Moves(seed, own).Select((e, t) => e + parts.Sum(part => part.Size * part.Factor[t]))];
}
