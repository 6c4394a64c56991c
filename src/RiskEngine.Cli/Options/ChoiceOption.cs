using System.CommandLine;
using System.CommandLine.Parsing;

namespace RiskEngine.Cli.Options;

/// <summary>Options that take one word out of a few.</summary>
internal static class ChoiceOption
{
    /// <summary>An optional word: one of the enumeration's names, in lower case with hyphens.</summary>
    public static Option<T?> Create<T>(string name, string description)
        where T : struct, Enum =>
        new(name)
        {
            Description = description,
            HelpName = string.Join('|', Words<T>()),
            CustomParser = Parse<T>,
        };

    /// <summary>Likewise, as often as one likes.</summary>
    public static Option<T[]> CreateSeveral<T>(string name, string description)
        where T : struct, Enum =>
        new(name)
        {
            Description = description,
            HelpName = string.Join('|', Words<T>()),
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => Parse<T>(token.Value, result)).OfType<T>()],
        };

    private static T? Parse<T>(ArgumentResult result)
        where T : struct, Enum => Parse<T>(result.Tokens[0].Value, result);

    private static T? Parse<T>(string text, ArgumentResult result)
        where T : struct, Enum
    {
        if (Words<T>().Contains(text))
            return Enum.Parse<T>(text.Replace("-", ""), ignoreCase: true);
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: expected one of {string.Join(", ", Words<T>())}, found '{text}'");
        return null;
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Word)];

    /// <summary>StudentT as <c>student-t</c>.</summary>
    private static string Word(string name) =>
        string.Concat(
            name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString())
        );
}
