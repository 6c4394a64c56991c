namespace RiskEngine.Cli.Tests.Commands;

public sealed class FitCommandTests
{
    private const string Quotes = """
        instrument,expiry,tenor,strike,quote
        deposit,,3m,,0.0368
        swap,,2y,,0.0350
        swap,,5y,,0.0362
        swap,,10y,,0.0391
        swaption,1y,5y,,0.0092
        swaption,5y,5y,,0.0089
        """;

    [Test]
    public void Quotes_become_a_market_file()
    {
        using var folder = new TestFolder();
        folder.Write("quotes.csv", Quotes);

        var answer = folder.Run("fit", "quotes.csv", "--as-of", "2026-02-06");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.StartWith("factors:").And.Contain("kind: hull-white").And.Contain("from 4 rates"));
    }

    [Test]
    public void Credit_default_swaps_become_risks_that_a_scenario_takes()
    {
        using var folder = new TestFolder();
        folder.Write("quotes.csv", Quotes + "\ncds,,1y,,0.008\ncds,,5y,,0.012\nrecovery,,,,0.35\n");
        var answer = folder.Run("fit", "quotes.csv", "--as-of", "2026-02-06", "--default-of", "acme-bond");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        folder.Write("s/risks.yaml", answer.Output);
        folder.Write("s/p.csv", "instrument,quantity,price,currency\nacme-bond,10,100,USD\n");
        folder.Write(
            "s/scenario.yaml",
            """
            name: Credit
            summary: A bond whose issuer may default.
            asOf: 2026-02-06
            currency: USD
            horizons: { long: 6y }
            simulation: { paths: 20000, step: 3m, seed: 1 }
            market: market.yaml
            riskFreeRate: 0
            portfolios: [p.csv]
            risks: risks.yaml
            """
        );
        folder.Write("s/market.yaml", "instruments:\n  acme-bond: { name: ACME bond, kind: fund, volatility: 0 }\n");

        var run = folder.Run("run", "s", "--out", "reports");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(answer.Output, Does.Contain("size: -0.65").And.Contain("acme-bond-default-2027-03-20"));
        // Until 2031-03-20 at 120 bp and a loss of 65% survival is about exp(-0.012 / 0.65 x 5.12): the only loss there is.
        Assert.That(LossProbability(folder), Is.EqualTo(1 - Math.Exp(-0.012 * 365 / 360 / 0.65 * 5.12)).Within(0.01));
    }

    [Test]
    public void A_row_that_is_wrong_is_told_with_its_line()
    {
        using var folder = new TestFolder();
        folder.Write("quotes.csv", Quotes + "\nswop,,7y,,0.037\n");

        var answer = folder.Run("fit", "quotes.csv", "--as-of", "2026-02-06");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("quotes.csv:8").And.Contain("found 'swop'"));
        Assert.That(answer.Output, Is.Empty);
    }

    private static double LossProbability(TestFolder folder)
    {
        var table = Directory.GetFiles(folder.PathOf("reports"), "measures.csv", SearchOption.AllDirectories).Single();
        var row = File.ReadLines(table).First(line => line.Contains(",loss-probability,", StringComparison.Ordinal)).Split(',');
        var value = Array.IndexOf(File.ReadLines(table).First().Split(','), "value");
        return double.Parse(row[value], System.Globalization.CultureInfo.InvariantCulture);
    }
}
