using RiskEngine.Articles.Theses;

namespace RiskEngine.Articles.Auditing;

/// <summary>
/// Finds which of many names a text holds, as <see cref="Names.SameThing"/> tells it, in one walk over the text: an article may have
/// thousands of rows and of sentences.
/// </summary>
internal sealed class NameFinder
{
    private readonly Dictionary<(char, char), List<ThingName>> chinese = [];
    private readonly Dictionary<(char, char), List<ThingName>> english = [];
    private readonly List<ThingName> brief = [];

    /// <summary>The names, each once.</summary>
    public NameFinder(IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal).Select(n => new ThingName(n)))
        {
            if (name.Start.Length == 0)
                continue;
            if (name.Start.Length == 1)
            {
                brief.Add(name);
                continue;
            }

            var index = name.IsChinese ? chinese : english;
            var key = Key(name.Start, 0);
            if (!index.TryGetValue(key, out var same))
                index[key] = same = [];
            same.Add(name);
        }
    }

    /// <summary>The names that a text holds.</summary>
    public IReadOnlyCollection<string> In(string text)
    {
        var found = new HashSet<string>(brief.Where(n => n.IsIn(text)).Select(n => n.Name), StringComparer.Ordinal);
        Walk(english, text, text, found);
        if (chinese.Count > 0)
            Walk(chinese, ThingName.Compact(text), text, found);
        return found;
    }

    private static void Walk(Dictionary<(char, char), List<ThingName>> index, string walked, string text, HashSet<string> found)
    {
        if (index.Count == 0)
            return;
        for (var i = 0; i + 1 < walked.Length; i++)
        {
            if (!index.TryGetValue(Key(walked, i), out var candidates))
                continue;
            foreach (var candidate in candidates)
            {
                var isHere = string.Compare(walked, i, candidate.Start, 0, candidate.Start.Length, StringComparison.OrdinalIgnoreCase) == 0;
                if (isHere && !found.Contains(candidate.Name) && candidate.IsIn(text))
                    found.Add(candidate.Name);
            }
        }
    }

    private static (char, char) Key(string text, int at) => (char.ToUpperInvariant(text[at]), char.ToUpperInvariant(text[at + 1]));
}
