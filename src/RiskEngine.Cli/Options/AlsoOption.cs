using System.CommandLine;
using System.CommandLine.Parsing;
using RiskEngine.Reporting;

namespace RiskEngine.Cli.Options;

/// <summary>Further forms of the results: <c>xlsx</c>; several are joined by commas.</summary>
internal static class AlsoOption
{
    /// <summary>The option; empty unless given.</summary>
    public static Option<IReadOnlyList<ExtraFormat>> Create() =>
        new("--also")
        {
            Description = "further forms of the results: xlsx writes results.xlsx, a spreadsheet with a sheet for each kind of result",
            HelpName = string.Join(',', Words),
            CustomParser = Parse,
            DefaultValueFactory = _ => [],
        };

    private static string[] Words => [.. Enum.GetNames<ExtraFormat>().Select(n => n.ToLowerInvariant())];

    private static IReadOnlyList<ExtraFormat>? Parse(ArgumentResult result)
    {
        var formats = new SortedSet<ExtraFormat>();
        foreach (var word in result.Tokens[0].Value.Split(','))
        {
            if (Words.Contains(word))
                formats.Add(Enum.Parse<ExtraFormat>(word, ignoreCase: true));
            else
                result.AddError($"--also: expected {string.Join(" or ", Words)}, found '{word}'");
        }

        return [.. formats];
    }
}
