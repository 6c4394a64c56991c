using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
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
    private static readonly string[] apart =
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
        portfolios =
        [
            .. gathered.Files.Portfolios.Select(p => (p.Id, Joined([Convert.FromHexString(hashed[p.File]), Text($"{p.Maintenance:R}")]))),
        ];
        // Histories, code: their bytes count.
        var known = trees.Concat(gathered.Files.Portfolios.Select(p => p.File)).Append(gathered.Root.Node.Location.File).ToHashSet();
        others = Joined([
            .. gathered.Files.Markets.Select(m => m.Root.Find(MarketKeys.Groups)).Select(g => g is null ? [] : Of(g.Value)),
            .. inputs
                .Where(i => !known.Contains(i.Path))
                .OrderBy(i => i.Path, StringComparer.Ordinal)
                .SelectMany(i => new[] { Text(i.Path), Convert.FromHexString(i.Sha256) }),
        ]);
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
        return Convert.ToHexStringLower(
            Joined([
                Root(tree),
                others,
                changes?.Find(CaseKeys.Set) is { } set ? Of(set.Value) : [],
                .. portfolios.Where(p => only?.Contains(p.Id) != false).SelectMany(p => new[] { Text(p.Id), p.Hash }),
            ])
        );
    }

    private byte[] Root(YamlMapping root) =>
        Joined([
            .. root
                .Entries.Where(e => !apart.Contains(e.Key))
                .SelectMany(e => new[] { Text(e.Key), HasItems(e) ? Section((YamlMapping)e.Value) : Of(e.Value) }),
        ]);

    /// <summary>The keys of correlations are ids, at both levels.</summary>
    private static bool HasItems(YamlEntry entry) => entry.Value is YamlMapping && entry.Key != MarketKeys.Correlations;

    private byte[] Section(YamlMapping section) =>
        Kept(
            section,
            s => Joined([.. s.Entries.SelectMany(e => new[] { Text(e.Key), e.Value is YamlMapping item ? Item(item) : Of(e.Value) })])
        );

    private byte[] Item(YamlMapping item) =>
        Kept(item, i => Joined([.. i.Entries.Where(e => !words.Contains(e.Key)).SelectMany(e => new[] { Text(e.Key), Of(e.Value) })]));

    private byte[] Of(YamlNode node) =>
        Kept(
            node,
            n =>
                n switch
                {
                    YamlScalar scalar => Joined([Text(scalar.IsQuoted ? "text" : "plain"), Text(scalar.Text)]),
                    YamlSequence list => Joined([Text("list"), .. list.Items.Select(Of)]),
                    YamlMapping mapping => Joined([Text("keys"), .. mapping.Entries.SelectMany(e => new[] { Text(e.Key), Of(e.Value) })]),
                    _ => [],
                }
        );

    private byte[] Kept<TNode>(TNode node, Func<TNode, byte[]> hash)
        where TNode : YamlNode
    {
        if (hashes.TryGetValue(node, out var known))
            return known;
        var made = hash(node);
        if (!areWhole)
            hashes.Add(node, made);
        return made;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Lengths come first, so that no two lists of parts give the same bytes.</summary>
    private static byte[] Joined(IReadOnlyList<byte[]> parts)
    {
        var bytes = new byte[parts.Sum(p => sizeof(int) + p.Length)];
        var rest = bytes.AsSpan();
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, part.Length);
            part.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + part.Length)..];
        }

        return SHA256.HashData(bytes);
    }
}
