namespace RiskEngine.Loading.Binding;

/// <summary>Finds the known name that a misspelt one most likely means.</summary>
public static class NearName
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours; Damerau 1964, Levenshtein 1966, in the variant
    /// that edits no substring twice), upper and lower case alike, if no more than a third of the word has to change; ties go to the
    /// ordinally first. Null when nothing is near.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var most = Math.Max(1, word.Length / 3);
        return candidates
            .Where(c => Math.Abs(c.Length - word.Length) <= most)
            .Select(c => (Name: c, Edits: Distance(word.ToLowerInvariant(), c.ToLowerInvariant())))
            .Where(c => c.Edits <= most)
            .OrderBy(c => c.Edits)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    /// <summary>The number of edits between two words.</summary>
    public static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
