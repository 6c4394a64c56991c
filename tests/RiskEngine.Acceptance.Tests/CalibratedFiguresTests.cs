using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Returns;
using RiskEngine.Loading;
using RiskEngine.Loading.Prices;
using RiskEngine.Simulation.Planning;
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
    private PriceHistory longest = null!;
    private OwnRisk[] risks = [];
    private CalibrationResult whole = null!;
    private CalibrationResult recent = null!;

    [OneTimeSetUp]
    public void Calibrate()
    {
        var folder = Repository.MarketData ?? "";
        if (folder.Length == 0)
            Assert.Ignore("There is no folder of market data beside the checkout: the calibrated figures are not derived again.");
        var prices = Read(folder, "prices-us.csv");
        longest = Read(folder, "prices-us-since-2005.csv");
        whole = Over(prices, new DateOnly(2012, 5, 18));
        recent = Over(prices, new DateOnly(2021, 2, 5));
        var options = new ReadOptions { Kinds = new FactorCatalogue(BuiltInKinds.All), Measures = [.. MeasureKinds.All.Select(m => m.Id)] };
        var scenario = ScenarioReader.Read(Repository.ShippedScenario, options).Scenario!;
        model = scenario.Base.Model;
        risks = [.. OwnRisk.Of(model, options.Kinds, ResolutionDates.FirstPeriod(scenario))];
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
            risks.Single(r => r.Instrument.Id.Value == id).Volatility,
            Is.EqualTo(Math.Sqrt(((a * a) + (b * b)) / 2)).Within(0.006)
        );
    }

    // Of one share beside the two funds: columns of others would share factors with it that the scenario does not have.
    [TestCase("nvda", "NVDA", SamplingFrequency.Monthly, OwnModel.StudentT)]
    [TestCase("aapl", "AAPL", SamplingFrequency.Monthly, OwnModel.StudentT)]
    [TestCase("intc", "INTC", SamplingFrequency.Monthly, OwnModel.StudentT)]
    [TestCase("qqq", "QQQ", SamplingFrequency.Weekly, OwnModel.Auto)]
    public void The_laws_of_own_risk_are_those_of_what_both_funds_leave(string id, string column, SamplingFrequency frequency, OwnModel law)
    {
        string[] columns = ["SPY", "SMH", column];
        var alone = new PriceHistory(longest.Dates, columns, [.. columns.Select(c => longest.PricesOf(c).ToArray())]);
        DateOnly? from = law == OwnModel.Auto ? new DateOnly(2012, 5, 18) : null;
        var options = new CalibrationOptions(frequency, "SPY", "SMH", from, new DateOnly(2026, 2, 6)) { Own = law };
        var fitted = Calibrator.Calibrate(alone, options).Find(column)!.Own!;
        var own = model.Instruments.Single(i => i.Id.Value == id).Own!;
        Assert.That(own.Kind, Is.EqualTo(fitted.Model == FactorModel.Garch ? "garch" : "student-t"));
        foreach (var (name, estimate) in fitted.Parameters)
            Assert.That(own.Parameter(name).Mean, Is.EqualTo(estimate.Value).Within(0.06), name);
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

    private static PriceHistory Read(string folder, string file)
    {
        var found = new DiagnosticBag();
        return PriceHistoryReader.Read(File.ReadAllBytes(Path.Combine(folder, file)), file, found)
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, found.Sorted()));
    }

    private static CalibrationResult Over(PriceHistory prices, DateOnly from) =>
        Calibrator.Calibrate(prices, new CalibrationOptions(SamplingFrequency.Weekly, "SPY", "SMH", from, new DateOnly(2026, 2, 6)));
}
