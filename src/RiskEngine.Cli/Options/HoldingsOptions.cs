using System.CommandLine;
using RiskEngine.Cli.Drafts;

namespace RiskEngine.Cli.Options;

/// <summary>Options of commands that draft a scenario from holdings.</summary>
internal sealed class HoldingsOptions
{
    private readonly Option<string?> prices = new("--prices")
    {
        Description =
            "price history (a column date, then one an instrument): its holdings are estimated, and last closes used where prices lack",
        HelpName = "FILE",
    };

    private readonly Option<DateOnly?> asOf = DateOption.Create(
        "--as-of",
        "day of the holdings (default: last day of the prices, else what the file says, else the day it was saved)"
    );

    private readonly Option<string?> currency = new("--currency")
    {
        Description = "currency of the scenario, three letters (default: that of the holdings)",
        HelpName = "CODE",
    };

    private readonly Option<string[]> rates = new("--rate")
    {
        Description = "what one unit of another currency is worth in the scenario's, such as EUR=1.18; may be given several times",
        HelpName = "CODE=PRICE",
    };

    private readonly Option<string[]> mapped = new("--as")
    {
        Description = "gives a holding that nobody knows the risk of a sector, such as ABCX=technology; may be given several times",
        HelpName = "TICKER=SECTOR",
    };

    private readonly Option<string?> securities = new("--securities")
    {
        Description = "security list of your own (default: securities.csv beside the holdings, if there)",
        HelpName = "FILE",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { prices, asOf, currency, rates, mapped, securities })
            command.Options.Add(option);
    }

    /// <summary>What the user gave.</summary>
    public HoldingsSettings Of(ParseResult parsed) =>
        new()
        {
            Prices = parsed.GetValue(prices),
            AsOf = parsed.GetValue(asOf),
            Currency = parsed.GetValue(currency)?.ToUpperInvariant(),
            Rates = parsed.GetValue(rates) ?? [],
            As = parsed.GetValue(mapped) ?? [],
            Securities = parsed.GetValue(securities),
        };
}
