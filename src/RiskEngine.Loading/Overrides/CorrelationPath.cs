using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Overrides;

/// <summary>
/// The path of a correlation, <c>correlations.ID.ID</c>, as the tree holds it: the pair may be named in either order, ids may hold dots,
/// and a pair that the files leave out may be set.
/// </summary>
internal static class CorrelationPath
{
    /// <summary>
    /// The keys of the path, with each factor id in one piece and in the tree's order; other paths come back as they are.
    /// </summary>
    public static string[] Normalise(YamlMapping root, string[] path)
    {
        if (path[0] != "correlations" || path.Length < 3 || root.Find("correlations")?.Value is not YamlMapping correlations)
            return path;
        var factors = (root.Find("factors")?.Value as YamlMapping)?.Entries.Select(e => e.Key).ToHashSet() ?? [];
        for (var cut = 2; cut < path.Length; cut++)
        {
            var (first, second) = (string.Join('.', path[1..cut]), string.Join('.', path[cut..]));
            if (!factors.Contains(first) || !factors.Contains(second))
                continue;
            return (correlations.Find(second)?.Value as YamlMapping)?.Find(first) is not null
                ? ["correlations", second, first]
                : ["correlations", first, second];
        }

        return path;
    }
}
