using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Returns;
using RiskEngine.Loading;
using RiskEngine.Loading.Prices;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Acceptance.Tests;

/// <summary>
/// The figures that the shipped market calls calibrated come out again when the prices beside the checkout are calibrated: the mix of the
/// whole window and the last five years that market.yaml states. Skips, visibly, where there are no prices.
/// </summary>
public sealed class CalibratedFiguresTests
{
    // ai-valuation moves with both factors: market.yaml takes its betas of 0.34 and 0.78 out of the direct exposures.
    private const double ValuationOnMarket = 0.34;
    private const double ValuationOnSemiconductors = 0.78;

    private Model model = null!;
    private CalibrationResult whole = null!;
    private CalibrationResult recent = null!;

    [OneTimeSetUp]
    public void Calibrate()
    {
        var folder = Repository.MarketData ?? "";
        if (folder.Length == 0)
            Assert.Ignore("There is no folder of market data beside the checkout: the calibrated figures are not derived again.");
        var found = new DiagnosticBag();
        var prices =
            PriceHistoryReader.Read(File.ReadAllBytes(Path.Combine(folder, "prices-us.csv")), "prices-us.csv", found)
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, found.Sorted()));
        whole = Over(prices, new DateOnly(2012, 5, 18));
        recent = Over(prices, new DateOnly(2021, 2, 5));
        var options = new ReadOptions { Kinds = new FactorCatalogue(BuiltInKinds.All), Measures = [.. MeasureKinds.All.Select(m => m.Id)] };
        model = ScenarioReader.Read(Repository.ShippedScenario, options).Scenario!.Base.Model;
    }

    [TestCase("nvda", "NVDA")]
    [TestCase("amd", "AMD")]
    [TestCase("avgo", "AVGO")]
    [TestCase("mu", "MU")]
    [TestCase("tsm", "TSM")]
    [TestCase("msft", "MSFT")]
    [TestCase("qqq", "QQQ")]
    [TestCase("tlt", "TLT")]
    public void Volatilities_are_the_root_mean_square_of_both_windows(string id, string column)
    {
        var (a, b) = (whole.Find(column)!.Volatility.Annualised.Value, recent.Find(column)!.Volatility.Annualised.Value);
        Assert.That(
            model.Instruments.Single(i => i.Id.Value == id).Volatility,
            Is.EqualTo(Math.Sqrt(((a * a) + (b * b)) / 2)).Within(0.006)
        );
    }

    [TestCase("nvda", "NVDA")]
    [TestCase("amd", "AMD")]
    [TestCase("tsm", "TSM")]
    [TestCase("msft", "MSFT")]
    public void Betas_to_the_market_and_the_sector_are_the_mean_of_both_windows(string id, string column)
    {
        var instrument = model.Instruments.Single(i => i.Id.Value == id);
        double Exposure(string factor) => instrument.Exposures.FirstOrDefault(e => e.Factor.Value == factor)?.Size ?? 0;
        var market = Exposure("equity-market") + (ValuationOnMarket * Exposure("ai-valuation"));
        var sector = Exposure("semiconductors") + (ValuationOnSemiconductors * Exposure("ai-valuation"));
        Assert.That(
            market,
            Is.EqualTo((whole.Find(column)!.Exposures!.Market.Value + recent.Find(column)!.Exposures!.Market.Value) / 2).Within(0.03)
        );

        // A sector exposure below 0.065 is left out of the file.
        Assert.That(
            sector,
            Is.EqualTo((whole.Find(column)!.Exposures!.Sector!.Value + recent.Find(column)!.Exposures!.Sector!.Value) / 2).Within(0.075)
        );
    }

    [Test]
    public void The_market_factor_s_volatility_is_that_of_the_benchmark()
    {
        var (a, b) = (whole.Find("SPY")!.Volatility.Annualised.Value, recent.Find("SPY")!.Volatility.Annualised.Value);
        Assert.That(
            model.Factors.Single(f => f.Id.Value == "equity-market").Parameter("volatility").Mean,
            Is.EqualTo(Math.Sqrt(((a * a) + (b * b)) / 2)).Within(0.003)
        );
    }

    private static CalibrationResult Over(PriceHistory prices, DateOnly from) =>
        Calibrator.Calibrate(prices, new CalibrationOptions(SamplingFrequency.Weekly, "SPY", "SMH", from, new DateOnly(2026, 2, 6)));
}
