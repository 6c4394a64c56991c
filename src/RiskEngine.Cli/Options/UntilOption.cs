using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Cli.Options;

/// <summary>The option that lets a run go on until a measure is sure: <c>es95:medium:0.002</c>.</summary>
internal static class UntilOption
{
    /// <summary>The option.</summary>
    public static Option<PrecisionTarget?> Create() =>
        new("--until")
        {
            Description =
                $"simulate until the 95% interval of a measure is this narrow (half its width), as in es95:medium:0.002; --paths is "
                + $"then the most (default: {PrecisionTarget.MostPaths:N0})",
            HelpName = "MEASURE:HORIZON:ERROR",
            CustomParser = Parse,
        };

    private static PrecisionTarget? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var parts = text.Split(':');
        if (parts.Length != 3)
        {
            result.AddError($"--until: expected MEASURE:HORIZON:ERROR such as es95:medium:0.002, found '{text}'");
            return null;
        }

        if (MeasureKinds.All.FirstOrDefault(m => m.Id == parts[0]) is not { } measure)
        {
            result.AddError(
                $"--until: expected one of the measures {string.Join(", ", MeasureKinds.All.Select(m => m.Id))}, found '{parts[0]}'"
            );
            return null;
        }

        if (
            double.TryParse(
                parts[2],
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var error
            )
            && error > 0
            && double.IsFinite(error)
        )
        {
            return new PrecisionTarget(measure, parts[1], error);
        }

        result.AddError($"--until: expected an error above 0 such as 0.002, found '{parts[2]}'");
        return null;
    }
}
