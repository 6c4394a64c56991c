using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Quantities;

/// <summary>Words around a quantity that say how exactly it is meant.</summary>
internal static class BoundWords
{
    /// <summary>How far before the quantity such a word may end.</summary>
    private const int Distance = 6;

    private static readonly (string Word, QuantityBound Bound, bool After)[] words =
    [
        .. Lexicon
            .Rows("bounds.csv")
            .Select(row => (row[0], Enum.Parse<QuantityBound>(row[1], ignoreCase: true), row.Length > 2))
            .OrderByDescending(row => row.Item1.Length),
    ];

    /// <summary>The bound that the words just before or after say.</summary>
    public static QuantityBound Around(string text, int start, int length)
    {
        var before = text.AsSpan(Math.Max(0, start - 16), Math.Min(16, start)).TrimEnd();
        var after = text.AsSpan(start + length, Math.Min(Distance, text.Length - start - length)).TrimStart();
        foreach (var (word, bound, isAfter) in words)
        {
            if (
                isAfter
                    ? after.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                    : before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            )
            {
                return bound;
            }
        }

        return QuantityBound.None;
    }
}
