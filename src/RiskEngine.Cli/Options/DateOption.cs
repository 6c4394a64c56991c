using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace RiskEngine.Cli.Options;

/// <summary>Options that take one date.</summary>
internal static class DateOption
{
    /// <summary>An optional date written 2026-02-06.</summary>
    public static Option<DateOnly?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            CustomParser = Parse,
        };

    private static DateOnly? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: expected a date such as 2026-02-06, found '{text}'");
        return null;
    }
}
