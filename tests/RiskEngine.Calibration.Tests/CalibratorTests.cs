using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Tests;

public sealed class CalibratorTests
{
    private const int Weeks = 2000;

    /// <summary>
    /// Market 16%, sector = 1.3 market + 15% of its own, stock = 1.6 market + 1.2 sector residual + 25% of its own, all a year.
    /// </summary>
    private static readonly PriceHistory threeColumns = MakeHistory();

    [Test]
    public void One_factor_finds_volatility_beta_and_own_risk()
    {
        var result = Calibrator.Calibrate(threeColumns, new CalibrationOptions(Benchmark: "MARKET"));
        var stock = result.Find("STOCK")!;
        Within.FourErrors(result.Find("MARKET")!.Volatility.Annualised, 0.16);
        Within.FourErrors(stock.Volatility.Annualised, Math.Sqrt(Square(1.6 * 0.16) + Square(1.2 * 0.15) + Square(0.25)));
        Within.FourErrors(stock.Exposures!.Market, 1.6);
        Within.FourErrors(stock.Exposures.ResidualVolatility, Math.Sqrt(Square(1.2 * 0.15) + Square(0.25)));
    }

    [Test]
    public void Two_factors_split_the_sector_from_the_market()
    {
        var result = Calibrator.Calibrate(threeColumns, new CalibrationOptions(Benchmark: "MARKET", Sector: "SECTOR"));
        var stock = result.Find("STOCK")!.Exposures!;
        Within.FourErrors(result.SectorResidual!.Annualised, 0.15);
        Within.FourErrors(result.Find("SECTOR")!.Exposures!.Market with { StandardError = 0.05 }, 1.3);
        Within.FourErrors(stock.Market, 1.6);
        Within.FourErrors(stock.Sector!, 1.2);
        Within.FourErrors(stock.ResidualVolatility, 0.25);
    }

    [Test]
    public void The_benchmark_has_no_exposure_to_itself() =>
        Assert.That(Calibrator.Calibrate(threeColumns, new CalibrationOptions(Benchmark: "MARKET")).Find("MARKET")!.Exposures, Is.Null);

    [Test]
    public void Every_pair_appears_once()
    {
        var result = Calibrator.Calibrate(threeColumns, new CalibrationOptions());
        Assert.That(
            result.Correlations.Select(pair => $"{pair.First} {pair.Second}"),
            Is.EqualTo(new[] { "MARKET SECTOR", "MARKET STOCK", "SECTOR STOCK" })
        );
        Within.FourErrors(result.Correlations[0].Estimate.Correlation, 1.3 * 0.16 / Math.Sqrt(Square(1.3 * 0.16) + Square(0.15)));
    }

    [Test]
    public void Window_observations_and_method_are_stated()
    {
        var result = Calibrator.Calibrate(
            threeColumns,
            new CalibrationOptions(Benchmark: "MARKET", From: new(2010, 1, 1), To: new(2012, 12, 31))
        );
        var market = result.Find("MARKET")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.FirstPrice, result.LastPrice), Is.EqualTo((new DateOnly(2010, 1, 1), new DateOnly(2012, 12, 28))));
            Assert.That(market.Volatility.Observations, Is.EqualTo(156));
            Assert.That((market.FirstReturn, market.LastReturn), Is.EqualTo((new DateOnly(2010, 1, 8), new DateOnly(2012, 12, 28))));
            Assert.That(market.LastClose, Is.EqualTo(threeColumns.CloseOn("MARKET", new DateOnly(2012, 12, 28))));
            Assert.That(
                result.Method.English,
                Does.Contain("weekly log returns").And.Contain("2010-01-01 to 2012-12-28").And.Contain("least squares on MARKET")
            );
        }
    }

    [Test]
    public void A_short_column_is_listed_and_does_not_stop_the_others()
    {
        var young = new double[threeColumns.Dates.Count];
        Array.Fill(young, double.NaN);
        young[^3] = young[^2] = young[^1] = 5;
        var history = new PriceHistory(threeColumns.Dates, ["MARKET", "YOUNG"], [threeColumns.PricesOf("MARKET").ToArray(), young]);
        var result = Calibrator.Calibrate(history, new CalibrationOptions(Benchmark: "MARKET"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Instruments.Select(entry => entry.Instrument), Is.EqualTo(new[] { "MARKET" }));
            Assert.That(result.Skipped, Is.EqualTo(new[] { new SkippedEstimate("YOUNG", "needs 24 returns, has 2") }));
        }
    }

    [Test]
    public void An_unknown_benchmark_is_named_beside_what_there_is() =>
        Assert.That(
            () => Calibrator.Calibrate(threeColumns, new CalibrationOptions(Benchmark: "SPY")),
            Throws.ArgumentException.With.Message.Contains("MARKET, SECTOR, STOCK").And.Message.Contains("'SPY'")
        );

    [Test]
    public void A_sector_needs_a_benchmark() =>
        Assert.That(
            () => Calibrator.Calibrate(threeColumns, new CalibrationOptions(Sector: "SECTOR")),
            Throws.ArgumentException.With.Message.Contains("benchmark")
        );

    [Test]
    public void A_drift_in_the_prices_changes_nothing()
    {
        var drifting = threeColumns.PricesOf("STOCK").ToArray().Select((price, week) => price * Math.Exp(0.004 * week)).ToArray();
        var history = new PriceHistory(threeColumns.Dates, ["MARKET", "STOCK"], [threeColumns.PricesOf("MARKET").ToArray(), drifting]);
        var options = new CalibrationOptions(SamplingFrequency.Weekly, "MARKET");
        var (plain, moved) = (
            Calibrator.Calibrate(threeColumns, options).Find("STOCK")!,
            Calibrator.Calibrate(history, options).Find("STOCK")!
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Volatility.Annualised.Value, Is.EqualTo(plain.Volatility.Annualised.Value).Within(1e-9));
            Assert.That(moved.Exposures!.Market.Value, Is.EqualTo(plain.Exposures!.Market.Value).Within(1e-9));
        }
    }

    private static double Square(double x) => x * x;

    private static PriceHistory MakeHistory()
    {
        var week = 1 / Math.Sqrt(52);
        var market = Array.ConvertAll(Simulated.Normals(51, Weeks), z => 0.16 * week * z);
        var residual = Array.ConvertAll(Simulated.Normals(52, Weeks), z => 0.15 * week * z);
        var own = Array.ConvertAll(Simulated.Normals(53, Weeks), z => 0.25 * week * z);
        return Simulated.Weekly(
            ("MARKET", market),
            ("SECTOR", [.. market.Select((m, t) => (1.3 * m) + residual[t])]),
            ("STOCK", [.. market.Select((m, t) => (1.6 * m) + (1.2 * residual[t]) + own[t])])
        );
    }
}
