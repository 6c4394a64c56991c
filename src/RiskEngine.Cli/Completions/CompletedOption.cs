using System.CommandLine;

namespace RiskEngine.Cli.Completions;

/// <summary>An option of a command.</summary>
/// <param name="Name">Its name, with its hyphens.</param>
/// <param name="Summary">What it does.</param>
/// <param name="TakesValue">Whether a value follows it.</param>
/// <param name="Values">The values that it takes, where these are few; else empty.</param>
internal sealed record CompletedOption(string Name, string Summary, bool TakesValue, IReadOnlyList<string> Values)
{
    /// <summary>An option as it is declared.</summary>
    public static CompletedOption Of(Option option) =>
        new(
            option.Name,
            option.Description ?? "",
            option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0,
            [.. ChoicesIn(option.HelpName)]
        );

    /// <summary>Choices are shown as <c>a|b|c</c>.</summary>
    public static IEnumerable<string> ChoicesIn(string? helpName) =>
        helpName?.Contains('|', StringComparison.Ordinal) == true ? helpName.Split('|') : [];
}
