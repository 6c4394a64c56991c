using System.Text;

namespace RiskEngine.Cli.Ingesting;

/// <summary>Ids of theses, from the names of the articles' files.</summary>
internal static class ThesisIds
{
    private const int Longest = 24;

    /// <summary>An id for each file, all different.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> files)
    {
        var ids = new List<string>();
        foreach (var file in files)
        {
            var id = Slug(Path.GetFileNameWithoutExtension(file));
            var unique = id;
            for (var n = 2; ids.Contains(unique); n++)
                unique = $"{id}-{n}";
            ids.Add(unique);
        }

        return ids;
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        if (slug.Length > Longest)
            slug.Length = Longest;
        var id = slug.ToString().Trim('-');
        return id.Length == 0 ? "article" : id;
    }
}
