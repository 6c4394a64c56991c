using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace RiskEngine.Cli.Options;

/// <summary>A confidence level.</summary>
internal static class LevelOption
{
    /// <summary>An optional number from 0.9 to 0.999.</summary>
    public static Option<double?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "LEVEL",
            CustomParser = Parse,
        };

    private static double? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level)
            && level is >= 0.9 and <= 0.999
        )
        {
            return level;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: expected a number from 0.9 to 0.999, found '{text}'");
        return null;
    }
}
