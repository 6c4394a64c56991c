using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Provenance;

/// <summary>
/// Collects every number of the base case with its source: plain numbers, tenors and distributions, in the order of binding. What a file
/// leaves at its default is not in it.
/// </summary>
internal sealed class LedgerBuilder(ScenarioIds ids, DiagnosticBag diagnostics)
{
    /// <summary>Keys whose values are words, even where they look like numbers.</summary>
    private static readonly string[] wordKeys =
    [
        "source",
        "name",
        "summary",
        "symbol",
        "unit",
        "claim",
        "claims",
        "kind",
        "groups",
        "on",
        "event",
        "verb",
        "horizon",
        "file",
        "history",
        "column",
        "contains",
        "onFailure",
    ];

    private readonly List<Assumption> lines = [];
    private readonly SourceReader sources = new(ids, diagnostics);

    public IReadOnlyList<Assumption> Lines => lines;

    /// <summary>Adds the numbers of one item with the sources that it states; its keys must have been asked for by now.</summary>
    /// <param name="path">The item's path, such as <c>factors.hbm-tightness</c>; empty for the scenario's own keys.</param>
    /// <param name="reader">The item; its <c>source</c> key is taken care of.</param>
    /// <param name="thesis">The thesis in whose file the item stands, or null.</param>
    /// <param name="fallback">The source of a number for which the item states none; null for not stated.</param>
    /// <param name="keys">The only keys to look at; null for all.</param>
    public void Add(string path, MappingReader reader, string? thesis, Source? fallback = null, IReadOnlyCollection<string>? keys = null)
    {
        var paths = new List<(string Path, YamlNode Node, bool IsNumber)>();
        Walk("", reader.Node, keys, paths);
        var known = paths.Select(p => p.Path).ToHashSet();
        var stated = sources.Read(
            reader.Optional("source"),
            reader.What("source"),
            thesis,
            p => known.Contains(p) || reader.IsKnown(p.Split('.')[0])
        );
        foreach (var (local, node, isNumber) in paths)
        {
            if (isNumber)
                AddLine(path.Length == 0 ? local : $"{path}.{local}", node, Find(stated, local) ?? fallback);
        }
    }

    /// <summary>Adds one number whose sources may stand in several places, the nearest first.</summary>
    public void AddNumber(string path, YamlNode node, string what, IEnumerable<(YamlNode Source, string Path)> places)
    {
        var found = places
            .Select(place => Find(sources.Read(place.Source, what, thesis: null, _ => true), place.Path))
            .FirstOrDefault(source => source is not null);
        AddLine(path, node, found);
    }

    private void AddLine(string path, YamlNode node, Source? source)
    {
        if (node.Location.File is null)
            return;
        if (node.Location.File.StartsWith(Setting.CommandLine, StringComparison.Ordinal))
            source = new Judgement(new LocalText("set on the command line", "在命令行设定"));
        lines.Add(new Assumption(path, NodeText.Of(node), source ?? new NotStated(), node.Location.File, node.Location.Line));
    }

    /// <summary>The source of the longest key that the path equals or lies under, else that of <c>all</c>.</summary>
    private static Source? Find(IReadOnlyDictionary<string, Source> stated, string path) =>
        stated
            .Where(s => path == s.Key || path.StartsWith(s.Key + ".", StringComparison.Ordinal))
            .OrderByDescending(s => s.Key.Length)
            .Select(s => s.Value)
            .FirstOrDefault()
        ?? stated.GetValueOrDefault("all");

    private static void Walk(string path, YamlNode node, IReadOnlyCollection<string>? keys, List<(string, YamlNode, bool)> found)
    {
        if (path.Length > 0)
            found.Add((path, node, IsNumber(node)));
        if (ParameterReader.IsDistribution(node))
            return;
        var prefix = path.Length == 0 ? "" : path + ".";
        if (node is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries.Where(e => !wordKeys.Contains(e.Key) && keys?.Contains(e.Key) != false))
                Walk(prefix + entry.Key, entry.Value, keys: null, found);
        }
        else if (node is YamlSequence sequence)
        {
            for (var i = 0; i < sequence.Items.Count; i++)
                Walk($"{prefix}{i}", sequence.Items[i], keys: null, found);
        }
    }

    private static bool IsNumber(YamlNode node) =>
        ParameterReader.IsDistribution(node)
        || (
            node is YamlScalar { IsQuoted: false } scalar
            && (
                Tenor.TryParse(scalar.Text, out _)
                || (
                    scalar.Text is [>= '0' and <= '9' or '-' or '+' or '.', ..]
                    && double.TryParse(
                        scalar.Text,
                        System.Globalization.NumberStyles.Float,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out _
                    )
                )
            )
        );
}
