using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;
using RiskEngine.Loading;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Backtesting.Fans;

/// <summary>
/// A calibration as a scenario: the very market file that <c>calibrate</c> writes, read as any scenario is, so that what is tested is what
/// users run.
/// </summary>
internal static class CalibratedScenario
{
    private const string Portfolio = "portfolio.csv";
    private const string Market = "market.yaml";

    /// <summary>The scenario from the calibration's last day on; instruments carry their columns as symbols.</summary>
    /// <param name="calibration">What is known.</param>
    /// <param name="asOf">The day from which it is simulated.</param>
    /// <param name="premium">What the market is expected to earn; null for the default.</param>
    /// <param name="settings">Horizons, paths, seed and risk-free rate.</param>
    public static Scenario Of(CalibrationResult calibration, DateOnly asOf, EquityPremium? premium, FanBacktestSettings settings)
    {
        var files = new Dictionary<string, string>
        {
            [ScenarioReader.FileName] = Header(calibration, asOf, settings),
            [Market] = MarketFile.Write(calibration, "prices", "none", premium),
            [Portfolio] = $"instrument,quantity,price,currency\n{CsvText.Cell(Word(calibration))},1,1,USD\n",
        };
        var options = new ReadOptions { Kinds = StandardKinds.Factors, Pricing = StandardKinds.Pricing };
        var read = ScenarioReader.Read(ScenarioSource.InMemory("fans", files), options);
        return read.Scenario ?? throw new ScenarioException($"{asOf:yyyy-MM-dd}", read.Diagnostics);
    }

    /// <summary>A step as long as the returns are, a week at least: the tails of a step are those of the returns.</summary>
    private static string Header(CalibrationResult calibration, DateOnly asOf, FanBacktestSettings settings)
    {
        var horizons = string.Join(", ", settings.Horizons.Select(h => $"h{h}: {h}"));
        var step = calibration.Frequency == SamplingFrequency.Monthly ? "1m" : "1w";
        return new StringBuilder("name: Fans\n")
            .Append(CultureInfo.InvariantCulture, $"asOf: {asOf:yyyy-MM-dd}\ncurrency: USD\nhorizons: {{ {horizons} }}\n")
            .Append(CultureInfo.InvariantCulture, $"simulation: {{ paths: {settings.Paths}, step: {step}, seed: {settings.Seed} }}\n")
            .Append(CultureInfo.InvariantCulture, $"riskFreeRate: {settings.RiskFreeRate:0.######}\n")
            .Append(CultureInfo.InvariantCulture, $"market: {Market}\nportfolios: [{Portfolio}]\n")
            .ToString();
    }

    /// <summary>Any instrument: a scenario has a portfolio, though only instruments are read from this one.</summary>
    private static string Word(CalibrationResult calibration) => MarketIds.Word(calibration.Instruments[0].Instrument);
}
