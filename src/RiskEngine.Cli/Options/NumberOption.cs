using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace RiskEngine.Cli.Options;

/// <summary>Options that take one whole number in a range; anything else is refused with the range.</summary>
internal static class NumberOption
{
    /// <summary>An optional whole number, <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static Option<T?> Create<T>(string name, T low, T high, string description)
        where T : struct, IBinaryInteger<T> =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result => Parse(result, low, high),
        };

    private static T? Parse<T>(ArgumentResult result, T low, T high)
        where T : struct, IBinaryInteger<T>
    {
        var text = result.Tokens[0].Value;
        if (
            T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= low
            && number <= high
        )
        {
            return number;
        }

        var option = ((OptionResult)result.Parent!).Option.Name;
        result.AddError($"{option}: expected a whole number from {low:N0} to {high:N0}, found '{text}'");
        return null;
    }
}
