using System.Text.RegularExpressions;

namespace RiskEngine.Importing.Identifiers;

/// <summary>A cell that holds a code and a name, as Japanese brokers write them: <c>7203 トヨタ自動車</c>.</summary>
internal static partial class CodedName
{
    /// <summary>The code and the name; the whole as the name where it holds no code.</summary>
    public static (string Code, string Name) Of(string text) =>
        Form().Match(text) is { Success: true } match ? (match.Groups["code"].Value, match.Groups["name"].Value) : ("", text);

    [GeneratedRegex(
        "^(?<code>[0-9]{3}[0-9A-Z]|[0-9]{6})[ \u3000]+(?<name>[^\u0000-\u007F].*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Form();
}
