using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading;

/// <summary>
/// Hashes of what a scenario's files say that reaches the measures of a case: two scenarios with the same hash have the same measures on
/// the same paths. Comments, names, sources, other cases, other portfolios, limits, predictions and whatever a setting replaces do not
/// reach them; what is not known to be without effect counts. Several threads may ask at once.
/// </summary>
/// <remarks>
/// A tree's hash is made of those of its branches (Merkle, 1987). Those of the files are worked out once: a setting costs the branches on
/// its path.
/// </remarks>
public sealed class ScenarioContent
{
    /// <summary>
    /// Keys of <c>scenario.yaml</c> that measures do not depend on, or that are hashed by what they name. The list of risk files gave way
    /// to the risks themselves.
    /// </summary>
    private static readonly HashSet<string> apart =
    [
        ScenarioKeys.Id,
        ScenarioKeys.Name,
        ScenarioKeys.Summary,
        ScenarioKeys.Market,
        ScenarioKeys.Theses,
        ScenarioKeys.Portfolios,
        ScenarioKeys.Cases,
        ScenarioKeys.Limits,
        ScenarioKeys.ReverseStress,
        ScenarioKeys.Views,
        ScenarioKeys.Uncertainty,
        ScenarioKeys.Optimise,
        ScenarioKeys.Plugins,
        SourceKeys.Source,
    ];

    /// <summary>Keys of an item that measures do not depend on.</summary>
    private static readonly string[] words = ["name", "summary", "source"];

    private readonly GatheredFiles gathered;
    private readonly byte[] others;
    private readonly IReadOnlyList<(string Id, byte[] Hash)> portfolios;
    private readonly Dictionary<YamlNode, byte[]> hashes = new(ReferenceEqualityComparer.Instance);
    private readonly bool areWhole;

    private ScenarioContent(GatheredFiles gathered, IReadOnlyList<InputFile> inputs)
    {
        this.gathered = gathered;
        var trees = gathered.Files.Markets.Concat(gathered.Files.Theses).Concat(gathered.Files.Risks).Select(t => t.File);
        var hashed = inputs.ToDictionary(i => i.Path, i => i.Sha256, StringComparer.Ordinal);
        portfolios = [.. gathered.Files.Portfolios.Select(p => (p.Id, HashOf(p, hashed[p.File])))];
        // Histories, code: their bytes count.
        var known = trees.Concat(gathered.Files.Portfolios.Select(p => p.File)).Append(gathered.Root.Node.Location.File).ToHashSet();
        var rest = new HashedParts();
        foreach (var groups in gathered.Files.Markets.Select(m => m.Root.Find(MarketKeys.Groups)))
            rest.Add(groups is null ? [] : Of(groups.Value));
        foreach (var input in inputs.Where(i => !known.Contains(i.Path)).OrderBy(i => i.Path, StringComparer.Ordinal))
        {
            rest.Add(input.Path);
            rest.Add(Convert.FromHexString(input.Sha256));
        }

        others = rest.Hash();
        Root(gathered.Merged.Root);
        foreach (var @case in (gathered.Merged.Root.Find(ScenarioKeys.Cases)?.Value as YamlMapping)?.Entries ?? [])
        {
            if ((@case.Value as YamlMapping)?.Find(CaseKeys.Set) is { } set)
                Of(set.Value);
        }

        // From here on several threads read them.
        areWhole = true;
    }

    /// <summary>Prepares to hash a scenario that was read without error.</summary>
    /// <param name="source">Its files.</param>
    /// <param name="options">What it was read with.</param>
    /// <param name="inputs">All files that it was read from, code among them.</param>
    /// <returns>The content, or null where the files have errors.</returns>
    public static ScenarioContent? Of(ScenarioSource source, ReadOptions options, IReadOnlyList<InputFile> inputs)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(inputs);
        var found = new DiagnosticBag();
        var files = GatheredFiles.Of(source, options, found);
        return files is null || found.HasErrors ? null : new ScenarioContent(files, inputs);
    }

    /// <summary>The hash, 64 lower-case hexadecimal digits; null where a setting does not fit.</summary>
    /// <param name="settings">Values that replace what the files say, each <c>PATH=VALUE</c>.</param>
    /// <param name="case">Id of the case.</param>
    /// <param name="only">Ids of the portfolios; null for all.</param>
    public string? HashOf(IReadOnlyList<string> settings, string @case, IReadOnlyCollection<string>? only)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var found = new DiagnosticBag();
        var (tree, _) = ScenarioReader.Patched(gathered.Merged.Root, settings, found);
        if (found.HasErrors)
            return null;
        var changes = (tree.Find(ScenarioKeys.Cases)?.Value as YamlMapping)?.Find(@case)?.Value as YamlMapping;
        var parts = new HashedParts();
        parts.Add(Root(tree));
        parts.Add(others);
        parts.Add(changes?.Find(CaseKeys.Set) is { } set ? Of(set.Value) : []);
        foreach (var portfolio in portfolios)
        {
            if (only?.Contains(portfolio.Id) == false)
                continue;
            parts.Add(portfolio.Id);
            parts.Add(portfolio.Hash);
        }

        return Convert.ToHexStringLower(parts.Hash());
    }

    private static byte[] HashOf(PortfolioFile portfolio, string sha256)
    {
        var parts = new HashedParts();
        parts.Add(Convert.FromHexString(sha256));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{portfolio.Maintenance:R}"));
        return parts.Hash();
    }

    private byte[] Root(YamlMapping root)
    {
        var parts = new HashedParts();
        foreach (var entry in root.Entries)
        {
            if (apart.Contains(entry.Key))
                continue;
            parts.Add(entry.Key);
            parts.Add(HasItems(entry) ? Section((YamlMapping)entry.Value) : Of(entry.Value));
        }

        return parts.Hash();
    }

    /// <summary>The keys of correlations are ids, at both levels.</summary>
    private static bool HasItems(YamlEntry entry) => entry.Value is YamlMapping && entry.Key != MarketKeys.Correlations;

    private byte[] Section(YamlMapping section)
    {
        if (hashes.TryGetValue(section, out var known))
            return known;
        var parts = new HashedParts();
        foreach (var entry in section.Entries)
        {
            parts.Add(entry.Key);
            parts.Add(entry.Value is YamlMapping item ? Item(item) : Of(entry.Value));
        }

        return Kept(section, parts.Hash());
    }

    private byte[] Item(YamlMapping item)
    {
        if (hashes.TryGetValue(item, out var known))
            return known;
        var parts = new HashedParts();
        foreach (var entry in item.Entries)
        {
            if (words.Contains(entry.Key))
                continue;
            parts.Add(entry.Key);
            parts.Add(Of(entry.Value));
        }

        return Kept(item, parts.Hash());
    }

    private byte[] Of(YamlNode node)
    {
        if (hashes.TryGetValue(node, out var known))
            return known;
        return node switch
        {
            YamlScalar scalar => Kept(scalar, Hash(scalar)),
            YamlSequence list => Kept(list, Hash(list)),
            YamlMapping mapping => Kept(mapping, Hash(mapping)),
            _ => [],
        };
    }

    private static byte[] Hash(YamlScalar scalar)
    {
        var parts = new HashedParts();
        parts.Add(scalar.IsQuoted ? "text" : "plain");
        parts.Add(scalar.Text);
        return parts.Hash();
    }

    private byte[] Hash(YamlSequence list)
    {
        var parts = new HashedParts();
        parts.Add("list");
        foreach (var item in list.Items)
            parts.Add(Of(item));
        return parts.Hash();
    }

    private byte[] Hash(YamlMapping mapping)
    {
        var parts = new HashedParts();
        parts.Add("keys");
        foreach (var entry in mapping.Entries)
        {
            parts.Add(entry.Key);
            parts.Add(Of(entry.Value));
        }

        return parts.Hash();
    }

    private byte[] Kept(YamlNode node, byte[] hash)
    {
        if (!areWhole)
            hashes.Add(node, hash);
        return hash;
    }
}
