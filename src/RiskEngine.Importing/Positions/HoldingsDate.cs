using System.Text.RegularExpressions;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Positions;

/// <summary>The day of holdings, as their file says it.</summary>
/// <param name="Date">The day.</param>
/// <param name="From">Where it says so: a row, a column, its name.</param>
public sealed partial record HoldingsDate(DateOnly Date, string From)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Timeout = 1000;

    /// <summary>Above and below a table, so many rows are looked at.</summary>
    private const int Most = 60;

    /// <summary>
    /// What stands behind words such as <c>as of</c> above or below a table; of a period its last day. A date that may begin with the day
    /// or the month says nothing unless that is known.
    /// </summary>
    internal static HoldingsDate? In(Grid grid, IReadOnlyList<string> words, bool? dayFirst)
    {
        var rows = grid.Rows.Take(Most).Concat(grid.Rows.Skip(Math.Max(Most, grid.Rows.Count - Most)));
        foreach (var row in rows.Where(r => r.Cells.Count(c => !c.IsEmpty) <= 6))
        {
            var text = string.Join(' ', row.Cells.Select(c => c.Text));
            var plain = Heading.Plain(text);
            if (words.Any(w => Says(plain, w)) && Last(text, dayFirst) is { } date)
                return new HoldingsDate(date, $"row {row.Line}");
        }

        return null;
    }

    /// <summary>What the name of a file says: <c>Portfolio_Positions_Feb-06-2026.csv</c>, <c>holdings-2026-02-06.csv</c>.</summary>
    internal static HoldingsDate? InName(string file) =>
        Last(Path.GetFileNameWithoutExtension(file).Replace('_', ' '), dayFirst: null) is { } date
            ? new HoldingsDate(date, "its name")
            : null;

    /// <summary>Whether a text holds a word, and not only a longer one with it inside.</summary>
    private static bool Says(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at >= 0
            && (at == 0 || !char.IsAsciiLetter(text[at - 1]))
            && (at + word.Length == text.Length || !char.IsAsciiLetter(text[at + word.Length]));
    }

    private static DateOnly? Last(string text, bool? dayFirst)
    {
        foreach (Match match in Form().Matches(text).Reverse())
        {
            var column = new DateColumn();
            column.Add(0, match.Value);
            if (column.Problem(dayFirst) is null && column.Read(match.Value, dayFirst) is { Year: >= 1990 and <= 2100 } date)
                return date;
        }

        return null;
    }

    [GeneratedRegex(
        "(?<![0-9])(20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}|20[0-9]{2}[01][0-9][0-3][0-9]|[0-9]{1,2}[-/.][0-9]{1,2}[-/.]20[0-9]{2}"
            + "|[0-9]{1,2}[-. ]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-., ]+20[0-9]{2}"
            + "|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-. ]+[0-9]{1,2}(,? +|-)20[0-9]{2})(?![0-9])",
        Options,
        Timeout
    )]
    private static partial Regex Form();
}
