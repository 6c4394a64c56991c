using System.Text.RegularExpressions;

namespace RiskEngine.Importing.Formats;

/// <summary>Tells rows by the text of one of their cells.</summary>
public sealed class RowRule
{
    private static readonly TimeSpan timeout = TimeSpan.FromSeconds(20);

    private readonly Regex pattern;

    /// <summary>Makes a rule.</summary>
    /// <param name="column">The heading of the column, or a role; empty for the first cell that is not empty.</param>
    /// <param name="matches">A regular expression (without look-around and back references); letter case does not matter.</param>
    /// <param name="reason">Why such rows are skipped, in a few words.</param>
    /// <exception cref="ArgumentException">The expression is none.</exception>
    public RowRule(string column, string matches, string reason)
    {
        Column = column;
        Reason = reason;
        pattern = new Regex(
            matches,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture,
            timeout
        );
    }

    /// <summary>The heading of the column, or a role; empty for the first cell that is not empty.</summary>
    public string Column { get; }

    /// <summary>Why such rows are skipped.</summary>
    public string Reason { get; }

    /// <summary>Whether the text of the cell fits.</summary>
    public bool Fits(string text) => pattern.IsMatch(text);
}
