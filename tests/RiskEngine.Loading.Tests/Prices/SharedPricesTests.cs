using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Loading.Tests.Prices;

/// <summary>Real prices, where they lie beside the project: facts that their own description states.</summary>
public sealed class SharedPricesTests
{
    [Test]
    public void Known_closes_and_returns_are_found()
    {
        var history = Read("prices-us.csv");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(history.CloseOn("NVDA", new DateOnly(2023, 12, 29)), Is.EqualTo(49.43).Within(0.005), "adjusted for dividends");
            Assert.That(Return(history, "SPY", new(2020, 3, 13), new(2020, 3, 16)), Is.EqualTo(-0.1094).Within(0.00005));
            Assert.That(Return(history, "NVDA", new(2025, 1, 24), new(2025, 1, 27)), Is.EqualTo(-0.170).Within(0.0005));
            Assert.That(Math.Abs(Return(history, "NVDA", new(2024, 6, 7), new(2024, 6, 10))), Is.LessThan(0.05), "no jump at the split");
            Assert.That(Return(history, "SPY", new(2021, 12, 31), new(2022, 12, 30)), Is.EqualTo(-0.182).Within(0.0005));
            Assert.That(history.Dates, Has.Count.EqualTo(3450));
        }
    }

    [Test]
    public void The_longer_file_holds_2008() =>
        Assert.That(
            Return(Read("prices-us-since-2005.csv"), "SPY", new(2007, 12, 31), new(2008, 12, 31)),
            Is.EqualTo(-0.368).Within(0.0005)
        );

    [Test]
    public void Local_holidays_in_asia_are_gaps()
    {
        var history = Read("prices-asia-local.csv");
        Assert.That(history.PricesOf("2330.TW").ToArray().Count(double.IsNaN), Is.EqualTo(205));
    }

    private static double Return(PriceHistory history, string instrument, DateOnly from, DateOnly to) =>
        (history.CloseOn(instrument, to)!.Value / history.CloseOn(instrument, from)!.Value) - 1;

    private static PriceHistory Read(string file)
    {
        var folder = SharedMarket() ?? throw new IgnoreException("No folder shared/market beside the project: real prices are not read.");
        var diagnostics = new DiagnosticBag();
        var history = PriceHistoryReader.Read(File.ReadAllBytes(Path.Combine(folder, file)), file, diagnostics);
        Assert.That(
            diagnostics.Sorted().Select(d => d.Severity),
            Is.All.EqualTo(Severity.Notice),
            "local holidays are gaps; nothing else is wrong"
        );
        return history!;
    }

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
