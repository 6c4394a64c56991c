using System.Collections.Frozen;

namespace RiskEngine.Articles.Lexicons;

/// <summary>Word lists that lie in this folder as CSV without quotes: <c>#</c> starts a comment, a comma parts fields.</summary>
internal static class Lexicon
{
    /// <summary>The rows of a list, fields trimmed.</summary>
    public static IReadOnlyList<string[]> Rows(string file)
    {
        using var stream =
            typeof(Lexicon).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The word list '{file}' is not in the program.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add(line.Split(',', StringSplitOptions.TrimEntries));
        }

        return rows;
    }

    /// <summary>First fields as a set.</summary>
    public static FrozenSet<string> Words(string file) => Rows(file).Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
