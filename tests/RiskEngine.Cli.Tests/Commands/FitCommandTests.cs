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
    public void A_row_that_is_wrong_is_told_with_its_line()
    {
        using var folder = new TestFolder();
        folder.Write("quotes.csv", Quotes + "\nswop,,7y,,0.037\n");

        var answer = folder.Run("fit", "quotes.csv", "--as-of", "2026-02-06");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("quotes.csv:8").And.Contain("found 'swop'"));
        Assert.That(answer.Output, Is.Empty);
    }
}
