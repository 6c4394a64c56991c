using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Allocation;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Tests;

/// <summary>
/// Portfolios that formulas with a division dislike: one asset, no volatility, perfect correlation, all cash, all lost. Each goes through
/// every measure and every allocation.
/// </summary>
internal sealed class EdgeCaseTests
{
    private const int Paths = 2_048;
    private const double RiskFree = 0.03;

    private static readonly float[] share = Samples.Lognormal(Samples.Normals(Paths, 11), 0.02, 0.2);
    private static readonly float[] other = Samples.Lognormal(Samples.Normals(Paths, 12), 0.01, 0.1);
    private static readonly float[] cash = Constant((float)RiskFree);

    private static readonly Dictionary<string, float[][]> cases = new()
    {
        ["one asset"] = [share],
        ["no volatility"] = [Constant(0), Constant(0.1f)],
        ["perfect correlation"] = [share, share],
        ["one twice another"] = [share, Array.ConvertAll(share, x => x / 2)],
        ["perfect opposites"] = [share, Array.ConvertAll(share, x => -x / 4)],
        ["all cash"] = [cash],
        ["cash twice"] = [cash, cash],
        ["cash beside shares"] = [share, cash, other],
        ["all lost"] = [Constant(-1), share],
        ["lost on one path"] =
        [
            [-1, .. share[1..]],
            cash,
        ],
    };

    private static IEnumerable<string> Cases => cases.Keys;

    [TestCaseSource(nameof(Cases))]
    public void Every_measure_has_a_value_that_fits_the_others_or_none(string name)
    {
        foreach (var profits in cases[name])
        {
            var drawdowns = Array.ConvertAll(profits, x => Math.Clamp(-x, 0, 1));
            var measures = Measures.Of(profits, drawdowns, cash, 1, RiskFree, 0.2, new float[SortedColumn.ScratchLength(Paths)]);
            double Of(MeasureKind kind) => measures.Single(m => m.Key == kind).Value.Value;
            using (Assert.EnterMultipleScope())
            {
                foreach (var (kind, estimate) in measures)
                {
                    Assert.That(double.IsInfinity(estimate.Value), Is.False, kind.Id);
                    Assert.That(estimate.IsAvailable || kind.NotAvailableWhen is not null, Is.True, $"{kind.Id} says why it has no value");
                    if (estimate.HasError)
                        Assert.That(estimate.StandardError, Is.GreaterThanOrEqualTo(0), kind.Id);
                    if (estimate.HasError)
                        Assert.That(estimate.Low, Is.LessThanOrEqualTo(estimate.High), kind.Id);
                }

                Assert.That(Of(MeasureKinds.Es95), Is.GreaterThanOrEqualTo(Of(MeasureKinds.Var95) - 1e-7));
                Assert.That(Of(MeasureKinds.Es99), Is.GreaterThanOrEqualTo(Of(MeasureKinds.Es95) - 1e-7));
                Assert.That(Of(MeasureKinds.Q05), Is.EqualTo(-Of(MeasureKinds.Var95)).Within(1e-7));
                Assert.That(Of(MeasureKinds.Es99), Is.LessThanOrEqualTo(1));
            }
        }
    }

    // A constant column is its own mean and every quantile, loses for sure or never, and has no ratio to a deviation.
    [TestCase(0f)]
    [TestCase(0.03f)]
    [TestCase(-1f)]
    public void A_sure_profit_is_known_exactly(float profit)
    {
        var measures = Measures.Of(Constant(profit), [], [], 1, RiskFree, 0.2, new float[SortedColumn.ScratchLength(Paths)]);
        Estimate Of(MeasureKind kind) => measures.Single(m => m.Key == kind).Value;
        using (Assert.EnterMultipleScope())
        {
            foreach (var kind in new[] { MeasureKinds.Mean, MeasureKinds.Median, MeasureKinds.Q01, MeasureKinds.Q99 })
                Assert.That(Of(kind).Value, Is.EqualTo(profit).Within(1e-7), kind.Id);
            foreach (var kind in new[] { MeasureKinds.Var95, MeasureKinds.Var99, MeasureKinds.Es95, MeasureKinds.Es99 })
                Assert.That(Of(kind).Value, Is.EqualTo(-profit).Within(1e-7), kind.Id);
            Assert.That(Of(MeasureKinds.StandardDeviation).Value, Is.Zero);
            Assert.That(Of(MeasureKinds.LossProbability).Value, Is.EqualTo(profit < 0 ? 1 : 0));
            Assert.That(Of(MeasureKinds.Sharpe).IsAvailable, Is.False);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Equal_shares_of_risk_make_a_portfolio(string name)
    {
        var gains = cases[name];
        var weights = RiskParity.WithRiskless(Covariance.Of(gains), 1e-3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(weights.Sum(), Is.EqualTo(1).Within(1e-9));
            Assert.That(weights, Has.All.GreaterThan(0));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void The_least_shortfall_is_found_and_certified(string name)
    {
        var gains = cases[name];
        var n = gains.Length;
        var problem = new AllocationProblem(gains, new double[n], [.. Enumerable.Repeat(1.0, n)], 1, 0.95);
        var minimiser = new ShortfallMinimiser(problem, 1e-4);
        foreach (var point in minimiser.Frontier(3))
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(point.Amounts.Sum(), Is.EqualTo(1).Within(1e-6));
                Assert.That(point.Amounts, Has.All.GreaterThanOrEqualTo(-1e-9));
                Assert.That(double.IsFinite(point.ExpectedShortfall), Is.True);
            }
        }

        // No mix has less shortfall than what is found, equal parts least of all.
        var least = minimiser.Least();
        float[] equal = [.. Enumerable.Range(0, Paths).Select(p => (float)gains.Average(g => g[p]))];
        var shortfall = Analysis.TailRisk.ExpectedShortfall.At(Samples.Sorted(equal), 0.95).Value;
        Assert.That(least.ExpectedShortfall, Is.LessThanOrEqualTo(shortfall + 1e-3));
    }

    private static float[] Constant(float value) => [.. Enumerable.Repeat(value, Paths)];
}
