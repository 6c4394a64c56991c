using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Backtesting;
using RiskEngine.Calibration.Backtesting.Coverage;
using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Acceptance.Tests;

/// <summary>
/// The README's table of breaches comes out again where the prices lie beside the checkout; skips, visibly, where they do not.
/// </summary>
public sealed class BacktestTableTests
{
    private const int Window = 500;
    private const double Tail = 0.01;

    private static readonly string[] chips = ["NVDA", "AMD", "INTC", "TSM", "QCOM", "MU", "ASML", "AMAT", "LRCX", "TXN"];
    private static readonly string[] names = ["NVDA", "TSM", "SMH", "SPY", "chips"];
    private static readonly DateOnly from = new(2012, 1, 3);
    private static readonly DateOnly until = new(2026, 2, 6);

    // The columns of the table are in the order of the enumeration.
    private static readonly ForecastModel[] models = Enum.GetValues<ForecastModel>();

    private Dictionary<(string Name, ForecastModel Model), (int Breaches, CoverageTest Kupiec)> found = null!;

    [OneTimeSetUp]
    public void Backtest()
    {
        var folder = Repository.MarketData ?? "";
        if (folder.Length == 0)
            Assert.Ignore("There is no folder of market data beside the checkout: the README's backtests are not made again.");
        var diagnostics = new DiagnosticBag();
        var prices =
            PriceHistoryReader.Read(
                File.ReadAllBytes(Path.Combine(folder, "prices-us-since-2005.csv")),
                "prices-us-since-2005.csv",
                diagnostics
            ) ?? throw new InvalidOperationException(string.Join(Environment.NewLine, diagnostics.Sorted()));
        found = names
            .SelectMany(name => models, (name, model) => (name, model))
            .AsParallel()
            .ToDictionary(pair => pair, pair => Count(prices, pair.name, pair.model));
    }

    [TestCaseSource(nameof(names))]
    public void The_table_is_what_the_prices_give(string name)
    {
        var cells = File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .Single(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
            .Split('|');
        var expected = models.Select(model => Cell(found[(name, model)]));
        Assert.That(cells[2..^1].Select(cell => cell.Trim()), Is.EqualTo(expected));
    }

    [Test]
    public void Garch_or_filtered_historical_simulation_passes_Kupiec_on_four_of_five()
    {
        var passes = new[] { ForecastModel.Garch, ForecastModel.FilteredHistorical }.Select(model =>
            names.Count(name => found[(name, model)].Kupiec.IsRefusedAt(0.05) == false)
        );
        Assert.That(passes, Has.Some.GreaterThanOrEqualTo(4));
    }

    private static (int Breaches, CoverageTest Kupiec) Count(PriceHistory prices, string name, ForecastModel model)
    {
        var portfolio = PortfolioReturns.Of(prices, name == "chips" ? [.. chips.Select(chip => (chip, 1.0))] : [(name, 1.0)], until);
        var days = RollingBacktest.Run(
            portfolio.Returns,
            portfolio.Dates,
            Forecasters.Create(model, new ForecastOptions(), name),
            Window,
            1,
            from
        );
        var breaches = days.Count(day => day.Return < -day.Forecast.ValueAtRisk(Tail));
        return (breaches, CoverageTests.KupiecPof(breaches, days.Count, Tail));
    }

    private static string Cell((int Breaches, CoverageTest Kupiec) result)
    {
        var count = result.Kupiec.IsRefusedAt(0.05) == true ? $"**{result.Breaches}**" : $"{result.Breaches}";
        return string.Create(CultureInfo.InvariantCulture, $"{count} ({result.Kupiec.PValue:0.000})");
    }
}
