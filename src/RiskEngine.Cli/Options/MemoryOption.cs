using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace RiskEngine.Cli.Options;

/// <summary>The option that says how much memory a process may take: <c>2GB</c>, <c>800MB</c>.</summary>
internal static class MemoryOption
{
    /// <summary>The least that a run can do with.</summary>
    public const long Least = 400_000_000;

    private static readonly (string Unit, long Bytes)[] units = [("GB", 1_000_000_000), ("MB", 1_000_000)];

    /// <summary>The option.</summary>
    public static Option<long?> Create() =>
        new("--memory")
        {
            Description =
                "memory that a process may take, as in 2GB or 800MB: a run that needs more at once simulates its paths in several passes; "
                + "changes no figure (default: what the machine has)",
            HelpName = "SIZE",
            CustomParser = Parse,
        };

    private static long? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        foreach (var (unit, bytes) in units)
        {
            if (
                text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && decimal.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                && count < 1_000_000
                && count * bytes >= Least
            )
            {
                return (long)(count * bytes);
            }
        }

        result.AddError($"--memory: expected {Least / 1_000_000}MB or more, such as 2GB, found '{text}'");
        return null;
    }
}
