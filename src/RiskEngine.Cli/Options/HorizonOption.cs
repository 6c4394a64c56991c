using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Cli.Options;

/// <summary>
/// A horizon in trading days, <c>td</c>: a week has 5, a month 21. The <c>d</c> of <c>run</c> is a calendar day, so it is not taken here.
/// </summary>
internal static class HorizonOption
{
    private const int Most = 63;

    /// <summary>An optional horizon such as 1td, 5td, 2w or 1m, as a number of trading days.</summary>
    public static Option<int?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "1td|5td|1m",
            CustomParser = Parse,
        };

    private static int? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DaysOf(text) is >= 1 and <= Most and var days)
            return (int)days;
        var option = ((OptionResult)result.Parent!).Option.Name;
        result.AddError(
            Tenor.TryParse(text, out var tenor) && tenor.Unit == TenorUnit.Day
                ? $"{option}: expected {tenor.Count}td for {tenor.Count} trading days, found '{text}', which means calendar days in run"
                : $"{option}: expected 1td, 5td, 1m or the like, up to {Most} trading days, found '{text}'"
        );
        return null;
    }

    private static long DaysOf(string text)
    {
        if (text.EndsWith("td", StringComparison.Ordinal))
            return int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1;
        return Tenor.TryParse(text, out var tenor) ? DaysOf(tenor) : -1;
    }

    private static long DaysOf(Tenor tenor) =>
        tenor.Unit switch
        {
            TenorUnit.Week => 5L * tenor.Count,
            TenorUnit.Month => 21L * tenor.Count,
            _ => long.MaxValue,
        };
}
