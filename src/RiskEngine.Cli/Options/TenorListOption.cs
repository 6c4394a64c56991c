using System.CommandLine;
using System.CommandLine.Parsing;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Cli.Options;

/// <summary>Several spans of calendar time in one word: <c>1m,3m,6m,12m</c>.</summary>
internal static class TenorListOption
{
    private const int Most = 12;
    private const double MostYears = 5;

    /// <summary>An optional list of rising spans, from a week to five years.</summary>
    public static Option<Tenor[]?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "1m,3m,12m",
            CustomParser = Parse,
        };

    private static Tenor[]? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        var tenors = words.Where(word => Tenor.TryParse(word, out _)).Select(Tenor.Parse).ToArray();
        if (
            tenors.Length == words.Length
            && tenors.Length is >= 1 and <= Most
            && Array.TrueForAll(tenors, t => t.Years is >= 6.9 / 365 and <= MostYears)
            && Enumerable.Range(1, tenors.Length - 1).All(i => tenors[i].Years > tenors[i - 1].Years)
        )
        {
            return tenors;
        }

        result.AddError(
            $"{((OptionResult)result.Parent!).Option.Name}: expected rising spans from 1w to 5y with commas between, {Most} at most, "
                + $"such as "
                + $"1m,3m,6m,12m, found '{text}'"
        );
        return null;
    }
}
