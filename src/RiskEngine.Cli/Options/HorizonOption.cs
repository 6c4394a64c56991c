using System.CommandLine;
using System.CommandLine.Parsing;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Cli.Options;

/// <summary>A horizon in trading days: a week has 5, a month 21.</summary>
internal static class HorizonOption
{
    private const int Most = 63;

    /// <summary>An optional tenor such as 1d, 5d, 2w or 1m, as a number of trading days.</summary>
    public static Option<int?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "1d|5d|1m",
            CustomParser = Parse,
        };

    private static int? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Tenor.TryParse(text, out var tenor) && DaysOf(tenor) is >= 1 and <= Most and var days)
            return (int)days;
        result.AddError(
            $"{((OptionResult)result.Parent!).Option.Name}: expected 1d, 5d, 1m or the like, up to {Most} trading days, found '{text}'"
        );
        return null;
    }

    private static long DaysOf(Tenor tenor) =>
        tenor.Unit switch
        {
            TenorUnit.Day => tenor.Count,
            TenorUnit.Week => 5L * tenor.Count,
            TenorUnit.Month => 21L * tenor.Count,
            _ => long.MaxValue,
        };
}
