using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Drafts;

/// <summary>What the user says of holdings that no file does: <c>--rate CODE=PRICE</c> and <c>--as TICKER=SECTOR</c>.</summary>
internal static class HoldingsMappings
{
    /// <summary>Currency -> what one unit is worth in the scenario's; what is no such thing is an error.</summary>
    public static Dictionary<string, double> Rates(IReadOnlyList<string> given, DiagnosticBag found)
    {
        var rates = new Dictionary<string, double>();
        foreach (var one in given)
        {
            var parts = one.Split('=', 2);
            if (
                parts.Length == 2
                && parts[0].Length == 3
                && double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
                && rate is > 0 and < 1e9
            )
            {
                rates[parts[0].ToUpperInvariant()] = rate;
            }
            else
            {
                found.Error(new SourceLocation("--rate"), $"expected a currency and its price, such as EUR=1.18, found '{one}'");
            }
        }

        return rates;
    }

    /// <summary>Code -> factor of the reference market; what is no such thing is an error.</summary>
    public static Dictionary<string, string> Sectors(IReadOnlyList<string> given, ReferenceMarket market, DiagnosticBag found)
    {
        var sectors = new Dictionary<string, string>();
        foreach (var one in given)
        {
            var split = one.LastIndexOf('=');
            if (split <= 0)
                found.Error(new SourceLocation("--as"), $"expected a ticker and a sector, such as ABCX=technology, found '{one}'");
            else if (!market.Factors.ContainsKey(one[(split + 1)..]))
                found.Error(new SourceLocation("--as"), UsageErrors.Unknown("sector", one[(split + 1)..], market.Factors.Keys, "sectors"));
            else
                sectors[one[..split].ToUpperInvariant()] = one[(split + 1)..];
        }

        return sectors;
    }
}
