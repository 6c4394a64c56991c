using System.Globalization;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Tests;

/// <summary>Real prices, where they lie beside the project: figures against an independent calculation (pandas, numpy).</summary>
public sealed class SharedMarketTests
{
    private static readonly DateOnly windowStart = new(2012, 5, 18);
    private static readonly DateOnly asOf = new(2026, 2, 6);

    // Computed apart from this project (pandas resampling, numpy least squares) over the same window.
    [TestCase("NVDA", 0.4151, 1.6579, 1.2463, 0.2556)]
    [TestCase("TSM", 0.2871, 0.9857, 1.0178, 0.1800)]
    [TestCase("AAPL", 0.2736, 1.0969, 0.1398, 0.2106)]
    public void The_shipped_exposures_agree_with_an_independent_calculation(
        string id,
        double volatility,
        double market,
        double sector,
        double own
    )
    {
        var result = Calibrator.Calibrate(
            Read("prices-us.csv"),
            new CalibrationOptions(Benchmark: "SPY", Sector: "SMH", From: windowStart, To: asOf)
        );
        var entry = result.Find(id)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Volatility.Observations, Is.EqualTo(716));
            Assert.That(entry.Volatility.Annualised.Value, Is.EqualTo(volatility).Within(0.001));
            Assert.That(entry.Exposures!.Market.Value, Is.EqualTo(market).Within(0.001));
            Assert.That(entry.Exposures.Sector!.Value, Is.EqualTo(sector).Within(0.001));
            Assert.That(entry.Exposures.ResidualVolatility.Value, Is.EqualTo(own).Within(0.001));
        }
    }

    [Test]
    public void The_ten_year_yield_reverts_weakly()
    {
        var yields = Read("rates.csv");
        var last = new SortedDictionary<DateOnly, double>();
        var levels = yields.PricesOf("DGS10");
        for (var row = 0; row < levels.Length; row++)
        {
            if (!double.IsNaN(levels[row]) && yields.Dates[row] >= windowStart && yields.Dates[row] <= asOf)
                last[SamplingFrequency.Weekly.PeriodEnd(yields.Dates[row])] = levels[row] / 100;
        }

        var fit = OrnsteinUhlenbeck.Fit([.. last.Values], 1.0 / 52)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fit.MeanReversion.Value, Is.EqualTo(0.232).Within(0.002));
            Assert.That(fit.Volatility.Value, Is.EqualTo(0.00809).Within(0.00002));
            Assert.That(fit.MeanReversion.Value, Is.LessThan(2 * fit.MeanReversion.StandardError), "weak: within two errors of none");
        }
    }

    /// <summary>Reads a table whose non-positive cells (yields below zero) count as gaps; enough for these files.</summary>
    private static PriceHistory Read(string file)
    {
        var folder =
            SharedMarket() ?? throw new IgnoreException("No folder shared/market beside the project: real prices are not checked.");
        var rows = File.ReadLines(Path.Combine(folder, file)).Select(line => line.Split(',')).ToArray();
        var dates = rows[1..].Select(row => DateOnly.Parse(row[0], CultureInfo.InvariantCulture)).ToArray();
        var columns = Enumerable
            .Range(1, rows[0].Length - 1)
            .Select(column => rows[1..].Select(row => Cell(row[column])).ToArray())
            .ToArray();
        return new PriceHistory(dates, rows[0][1..], columns);
    }

    private static double Cell(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : double.NaN;

    private static string? SharedMarket()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var market = Path.Combine(folder.FullName, "shared", "market");
            if (Directory.Exists(market))
                return market;
        }

        return null;
    }
}
