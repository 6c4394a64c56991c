using System.Text.RegularExpressions;

namespace RiskEngine.Importing.Formats;

/// <summary>
/// Reads what a row is out of a text in it, such as <c>Buy 5 @ 650.5</c>: the groups of the expression are named as the roles that they
/// give.
/// </summary>
public sealed class TextRule
{
    private static readonly TimeSpan timeout = TimeSpan.FromSeconds(20);

    private readonly Regex pattern;

    /// <summary>Makes a rule.</summary>
    /// <param name="column">The heading of the column whose text is read, or a role.</param>
    /// <param name="matches">
    /// A regular expression (without look-around and back references) with named groups; letter case does not matter.
    /// </param>
    /// <exception cref="ArgumentException">The expression is none, or a group is not named as a role.</exception>
    public TextRule(string column, string matches)
    {
        Column = column;
        pattern = new Regex(
            matches,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture,
            timeout
        );
        Roles = [.. pattern.GetGroupNames().Where(name => name != "0")];
        if (Roles.Count == 0 || Roles.FirstOrDefault(role => !Role.All.Contains(role)) is not null)
        {
            throw new ArgumentException(
                $"expected groups named {string.Join(", ", Role.All)}, found {(Roles.Count == 0 ? "none" : string.Join(", ", Roles))}",
                nameof(matches)
            );
        }
    }

    /// <summary>The heading of the column whose text is read, or a role.</summary>
    public string Column { get; }

    /// <summary>The roles that it gives.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Role -> its text; empty where the text does not fit.</summary>
    public IReadOnlyDictionary<string, string> Read(string text)
    {
        var match = pattern.Match(text);
        return Roles
            .Where(role => match.Groups[role].Success)
            .ToDictionary(role => role, role => match.Groups[role].Value.Trim(), StringComparer.Ordinal);
    }
}
