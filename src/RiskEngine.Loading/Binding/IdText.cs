using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Binding;

/// <summary>The form of an id: it is safe as a file name, in an address and in a path of an override.</summary>
public static partial class IdText
{
    /// <summary>The longest id.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a text is an id.</summary>
    public static bool IsWellFormed(string id) => id.Length <= MaxLength && Form().IsMatch(id);

    /// <summary>Whether the text is an id; false after an error that says what an id looks like.</summary>
    public static bool Check(string id, string kind, SourceLocation location, DiagnosticBag diagnostics)
    {
        if (IsWellFormed(id))
            return true;
        var shown = id.Length <= MaxLength ? id : id[..MaxLength] + "...";
        var suggestion = Suggest(id);
        diagnostics.Error(
            location,
            $"{kind} id: expected words of a-z and 0-9 joined by '-' or '.', at most {MaxLength} characters, found '{shown}'",
            suggestion
        );
        return false;
    }

    private static string? Suggest(string id)
    {
        var candidate = NotInWord().Replace(id.ToLowerInvariant(), "-").Trim('-');
        return candidate != id && IsWellFormed(candidate) ? candidate : null;
    }

    [GeneratedRegex(
        "^[a-z0-9]+([-.][a-z0-9]+)*\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex NotInWord();
}
