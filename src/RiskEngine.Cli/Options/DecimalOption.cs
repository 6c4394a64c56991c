using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace RiskEngine.Cli.Options;

/// <summary>A decimal number in a range.</summary>
internal static class DecimalOption
{
    /// <summary>An optional number from low to high.</summary>
    public static Option<double?> Create(string name, double low, double high, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "X",
            CustomParser = result => Parse(result, low, high),
        };

    private static double? Parse(ArgumentResult result, double low, double high)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            return number;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: expected a number from {low} to {high}, found '{text}'");
        return null;
    }
}
