using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Editing;

/// <summary>
/// Lists what <c>--set</c> can change in a scenario: every number, date, tenor and word of its files, and the defaults that they leave
/// out. What is said of each comes from the specs that reading, the schema and the tables of scenarios/README.md are made of.
/// </summary>
public sealed class EditableKeys
{
    private readonly SchemaDefinitions definitions;
    private readonly Dictionary<KindValue, Dictionary<string, KeySet>> kinds = new(ReferenceEqualityComparer.Instance);
    private readonly List<EditableKey> found = [];

    private readonly Dictionary<string, string> ofKinds;

    private EditableKeys(ReadOptions options)
    {
        definitions = new SchemaDefinitions(options.Kinds, options.Pricing);
        ofKinds = options
            .Kinds.All.SelectMany(k => k.Parameters.Concat(RegimeKeys.All).Append(HistoryKeys.BlockLength).Select(p => p.Meaning))
            .Concat(options.Pricing.All.SelectMany(k => k.Terms.Select(t => t.Meaning)))
            .DistinctBy(m => m.English)
            .ToDictionary(m => m.English, m => m.Chinese, StringComparer.Ordinal);
    }

    /// <summary>The keys in the order of the files; empty where these cannot be read.</summary>
    /// <param name="source">The scenario's files.</param>
    /// <param name="options">What it is read with; its settings stand in place of what the files say.</param>
    public static IReadOnlyList<EditableKey> Of(ScenarioSource source, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var ignored = new DiagnosticBag();
        if (GatheredFiles.Of(source, options, ignored) is not { } gathered)
            return [];
        var (root, _) = ScenarioReader.Patched(gathered.Merged.Root, options.Settings, ignored);
        var keys = new EditableKeys(options);
        foreach (var key in FileKeys.Outermost(Settable.OnCommandLine))
            keys.Walk(new Place(key.Name, key), key.Form, root.Find(key.Name)?.Value);
        return keys.found;
    }

    private void Walk(Place place, ValueSpec spec, YamlNode? node)
    {
        switch (spec, node)
        {
            case (NumberValue or ParameterValue or WholeNumberValue or TenorValue or DateValue, _):
                Add(place, spec, node);
                break;
            case ({ Words.Count: > 0 }, _):
                Add(place, spec, node);
                break;
            case (EitherValue either, _):
                if (either.Options.FirstOrDefault(o => IsWrittenAs(o, node)) is { } written)
                    Walk(place, written, node);
                break;
            case (MappingValue keys, YamlMapping mapping):
                WalkKeys(place, keys.Keys, mapping);
                break;
            case (MappingValue keys, null) when keys.Keys.Keys.All(k => !k.IsRequired):
                WalkKeys(place, keys.Keys, mapping: null);
                break;
            case (KindValue kind, YamlMapping item):
                if (KeysOf(kind, item) is { } ofKind)
                    WalkKeys(place, ofKind, item);
                break;
            case (ITable, YamlMapping table):
                foreach (var entry in table.Entries.Where(e => e.Key != SourceKeys.Source))
                    Walk(place.Below(entry), spec.Child(entry.Key)!, entry.Value);
                break;
            case ({ Item: { } each }, YamlSequence list):
                for (var i = 0; i < list.Items.Count; i++)
                    Walk(place.Item(i), each, list.Items[i]);
                break;
            case ({ Item: { } only }, not null):
                Walk(place, only, node);
                break;
        }
    }

    private void WalkKeys(Place place, KeySet keys, YamlMapping? mapping)
    {
        foreach (var key in keys.Keys)
            Walk(place.Key(key), key.Form, mapping?.Find(key.Name)?.Value);
    }

    private KeySet? KeysOf(KindValue kind, YamlMapping mapping)
    {
        if (mapping.Find(FactorKeys.Kind.Name)?.Value is not YamlScalar { Text: var name })
            return null;
        if (!kinds.TryGetValue(kind, out var known))
            kinds.Add(kind, known = kind.KeysOf(definitions).ToDictionary(k => k.Kind, k => k.Keys, StringComparer.Ordinal));
        return known.GetValueOrDefault(name);
    }

    /// <summary>Whether a node has the form of one of several ways to write a value.</summary>
    private static bool IsWrittenAs(ValueSpec option, YamlNode? node) =>
        node switch
        {
            YamlMapping when option is ParameterValue => ParameterReader.IsDistribution(node),
            YamlMapping => option is MappingValue or KindValue or ITable,
            YamlSequence => option.Item is not null,
            _ => option.Item is null && option is not (MappingValue or KindValue or ITable),
        };

    private void Add(Place place, ValueSpec spec, YamlNode? node)
    {
        if (node is null && place.Spec.Default is null)
            return;
        found.Add(
            new EditableKey(place.Path, node is null ? place.Spec.Default! : FlowText.Of(node))
            {
                Section = place.Section,
                Item = place.ItemId,
                ItemName = place.ItemName,
                Meaning = new(
                    place.Spec.Meaning,
                    ChineseMeanings.Of(place.Spec.Meaning) ?? ofKinds.GetValueOrDefault(place.Spec.Meaning, "")
                ),
                Unit = place.Spec.Unit,
                Accepted = place.Spec.Condition.Length == 0 ? spec.Text : $"{spec.Text}, {place.Spec.Condition}",
                Words = spec.Words,
                IsDefault = node is null,
            }
        );
    }

    /// <summary>Where the walk has come to, and the key whose spec says what stands there.</summary>
    private sealed record Place(string Path, KeySpec Spec)
    {
        public string Section { get; private init; } = Path;

        public string ItemId { get; private init; } = "";

        public LocalText ItemName { get; private init; } = LocalText.Same("");

        public Place Key(KeySpec key) => this with { Path = $"{Path}.{key.Name}", Spec = key };

        public Place Item(int index) => this with { Path = $"{Path}.{index}" };

        public Place Below(YamlEntry entry) =>
            this with
            {
                Path = $"{Path}.{entry.Key}",
                ItemId = Path == Section ? entry.Key : ItemId,
                ItemName = Path == Section ? NameOf(entry.Value) : ItemName,
            };

        private static LocalText NameOf(YamlNode item) =>
            (item as YamlMapping)?.Find("name")?.Value switch
            {
                YamlScalar name => LocalText.Same(name.Text),
                YamlMapping both when both.Find("en")?.Value is YamlScalar en => new(
                    en.Text,
                    both.Find("zh-CN")?.Value is YamlScalar zh ? zh.Text : en.Text
                ),
                _ => LocalText.Same(""),
            };
    }
}
