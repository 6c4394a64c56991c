using System.Text.Json;

namespace RiskEngine.Acceptance.Tests;

/// <summary>
/// A market calibrated from real prices has their co-movement: from price file to simulated risk, as a user goes. Skips, visibly, where
/// there are no prices.
/// </summary>
public sealed class CalibratedMarketTests
{
    private static readonly string[] chosen = ["SPY", "QQQ", "TLT", "IEF", "SHY"];

    private string folder = null!;
    private CommandLineRun calibrated = null!;

    [OneTimeSetUp]
    public void Calibrate()
    {
        if (Repository.MarketData is not { } market)
            throw new IgnoreException("There is no folder of market data beside the checkout: no market is calibrated.");
        folder = Path.Combine(Path.GetTempPath(), $"riskengine-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);

        // Both files have the same days, row by row.
        var first = Rows("prices-us-since-2005.csv");
        var second = Rows("prices-etf.csv");
        int[] kept = [.. Enumerable.Range(1, first[0].Length - 1).Where(c => chosen.Contains(first[0][c]))];
        File.WriteAllLines(
            Path.Combine(folder, "etf.csv"),
            first.Zip(second, (a, b) => string.Join(',', [a[0], .. kept.Select(c => a[c]), .. b.Skip(1)]))
        );
        calibrated = CommandLineRun.Of("calibrate", At("etf.csv"), "--benchmark", "SPY", "--out", At("market.yaml"));

        string[][] Rows(string file) => [.. File.ReadLines(Path.Combine(market, file)).Select(line => line.Split(','))];
    }

    [OneTimeTearDown]
    public void RemoveFolder()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void The_share_of_near_pairs_and_the_worst_are_stated_on_screen_and_in_the_file()
    {
        var screen = string.Join(' ', calibrated.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(calibrated.Exit, Is.Zero, calibrated.Error);
            Assert.That(
                screen,
                Does.Match(@"9[5-9](\.[0-9])?% of [0-9]+ pairs come out within 0\.05 of the returns' own\. Furthest off: ")
            );
            Assert.That(File.ReadAllText(At("market.yaml")), Does.Match(@"# Correlations with .*9[5-9](\.[0-9])?% of [0-9]+ pairs"));
        }
    }

    // TLT and IEF move together (0.92 by weeks); half of each has a volatility of about a tenth. When what the benchmark does not explain
    // was independent, VaR was 8.8%.
    [Test]
    public void Half_TLT_and_half_IEF_lose_what_their_history_says()
    {
        File.WriteAllText(
            At("scenario.yaml"),
            """
            name: Bonds
            asOf: 2026-02-06
            currency: USD
            horizons: { year: 12m }
            simulation: { paths: 20000 }
            riskFreeRate: 0.0366
            source: { judgement: a test }
            market: market.yaml
            portfolios: [half.csv]

            """
        );
        File.WriteAllText(At("half.csv"), "instrument,quantity,price,currency\ntlt,50,100,USD\nief,50,100,USD\n");
        var run = CommandLineRun.Of("run", folder, "--measures-only", "--out", At("reports"));
        Assert.That(run.Exit, Is.Zero, run.Error);
        var results = Directory.GetFiles(At("reports"), "results.json", SearchOption.AllDirectories).Single();
        using var json = JsonDocument.Parse(File.ReadAllText(results));
        var found = Values(json.RootElement, "var95").ToArray();
        Assert.That(found, Is.Not.Empty, "results.json has var95");
        Assert.That(found[0], Is.InRange(0.115, 0.135));
    }

    private static IEnumerable<double> Values(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (
                    property.Name == name
                    && property.Value.ValueKind == JsonValueKind.Object
                    && property.Value.TryGetProperty("value", out var value)
                )
                {
                    yield return value.GetDouble();
                }

                foreach (var inner in Values(property.Value, name))
                    yield return inner;
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                foreach (var inner in Values(item, name))
                    yield return inner;
            }
        }
    }

    private string At(string file) => Path.Combine(folder, file);
}
