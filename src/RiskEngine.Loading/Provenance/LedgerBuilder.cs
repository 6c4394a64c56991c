using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Provenance;

/// <summary>
/// Collects every number of the base case with its source: plain numbers, tenors and distributions, in the order of binding. What a file
/// leaves at its default is not in it.
/// </summary>
internal sealed class LedgerBuilder(ScenarioIds ids, DiagnosticBag diagnostics)
{
    private readonly List<Assumption> lines = [];
    private readonly SourceReader sources = new(ids, diagnostics);

    public IReadOnlyList<Assumption> Lines => lines;

    /// <summary>Adds the numbers of one item with the sources that it states; its keys must have been asked for by now.</summary>
    /// <param name="section">The section that the item stands in; empty for the scenario's own keys.</param>
    /// <param name="id">The item's id; empty where the section is the item.</param>
    /// <param name="reader">The item; its <c>source</c> key is taken care of.</param>
    /// <param name="keys">The item's keys, which say what is a number.</param>
    /// <param name="thesis">The thesis in whose file the item stands, or null.</param>
    /// <param name="fallback">The source of a number for which the item states none; null for not stated.</param>
    public void Add(string section, string id, MappingReader reader, KeySet keys, string? thesis, Source? fallback = null)
    {
        var paths = new List<(string Path, YamlNode Node, bool IsNumber)>();
        Walk("", reader.Node, new MappingValue(() => keys), paths);
        var known = paths.Select(p => p.Path).ToHashSet();
        var stated = sources.Read(
            reader.Optional(SourceKeys.Source),
            reader.What(SourceKeys.Source),
            thesis,
            p => known.Contains(p) || reader.IsKnown(p.Split('.')[0])
        );
        foreach (var (local, node, isNumber) in paths)
        {
            if (isNumber)
                AddLine(section, id, local, node, Find(stated, local) ?? fallback);
        }
    }

    /// <summary>Adds one number whose sources may stand in several places, the nearest first.</summary>
    public void AddNumber(
        string section,
        string id,
        string key,
        YamlNode node,
        string what,
        IEnumerable<(YamlNode Source, string Path)> places
    )
    {
        var found = places
            .Select(place => Find(sources.Read(place.Source, what, thesis: null, _ => true), place.Path))
            .FirstOrDefault(source => source is not null);
        AddLine(section, id, key, node, found);
    }

    private void AddLine(string section, string id, string key, YamlNode node, Source? source)
    {
        if (node.Location.File is null)
            return;
        if (node.Location.IsCommandLine)
            source = new Judgement(new LocalText("set on the command line", "在命令行设定"));
        lines.Add(
            new Assumption(section, id, key, NodeText.Of(node), source ?? new NotStated(), node.Location.File, node.Location.Line)
            {
                Column = node.Location.Column,
            }
        );
    }

    /// <summary>The source of the longest key that the path equals or lies under, else that of <c>all</c>.</summary>
    private static Source? Find(IReadOnlyDictionary<string, Source> stated, string path) =>
        stated
            .Where(s => path == s.Key || path.StartsWith(s.Key + ".", StringComparison.Ordinal))
            .OrderByDescending(s => s.Key.Length)
            .Select(s => s.Value)
            .FirstOrDefault()
        ?? stated.GetValueOrDefault("all");

    private static void Walk(string path, YamlNode node, ValueSpec spec, List<(string, YamlNode, bool)> found)
    {
        if (path.Length > 0)
            found.Add((path, node, IsNumber(node)));
        if (ParameterReader.IsDistribution(node))
            return;
        var prefix = path.Length == 0 ? "" : path + ".";
        if (node is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (spec.Child(entry.Key) is { IsAssumption: true } value)
                    Walk(prefix + entry.Key, entry.Value, value, found);
            }
        }
        else if (node is YamlSequence sequence && spec.Item is { IsAssumption: true } item)
        {
            for (var i = 0; i < sequence.Items.Count; i++)
                Walk($"{prefix}{i}", sequence.Items[i], item, found);
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
