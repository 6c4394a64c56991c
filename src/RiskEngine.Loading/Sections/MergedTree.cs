using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>
/// The tree that paths of settings walk: the keys of <c>scenario.yaml</c>, and beside them the items of all files, section by section.
/// Building it declares every id.
/// </summary>
internal sealed class MergedTree
{
    private readonly ScenarioIds ids;
    private readonly DiagnosticBag diagnostics;
    private readonly Dictionary<(string Section, string Id), FileTree> owners = [];

    private MergedTree(ScenarioIds ids, DiagnosticBag diagnostics)
    {
        this.ids = ids;
        this.diagnostics = diagnostics;
    }

    public YamlMapping Root { get; private set; } = new(default, []);

    /// <summary>Where the sources of each pair's correlation stand, the nearest first.</summary>
    public Dictionary<(string First, string Second), IReadOnlyList<(YamlNode Source, string Path)>> CorrelationSources { get; } = [];

    /// <summary>The file that an item of a section stands in.</summary>
    public FileTree OwnerOf(string section, string id) => owners[(section, id)];

    /// <summary>The id of the thesis in whose file an item stands, or null when that is no thesis file.</summary>
    public string? ThesisOf(string section, string id) => OwnerOf(section, id) is { IsThesis: true } owner ? owner.Id : null;

    public static MergedTree Build(YamlMapping scenario, ScenarioFiles files, ScenarioIds ids, DiagnosticBag diagnostics)
    {
        var tree = new MergedTree(ids, diagnostics);
        IReadOnlyList<FileTree> factorFiles = [.. files.Markets, .. files.Theses];
        YamlEntry[] sections =
        [
            tree.Section(MarketKeys.Factors, ids.Factors, factorFiles, ids.Names),
            tree.Section(MarketKeys.Instruments, ids.Instruments, files.Markets, ids.Names),
            tree.Correlations(files.Markets),
            tree.Section(RiskFileKeys.Risks, ids.Events, files.Risks),
            tree.Section(ThesisKeys.Deals, ids.Deals, files.Theses),
            tree.Section(ThesisKeys.Recommendations, ids.Recommendations, files.Theses),
            tree.Section(ThesisKeys.Exposures, ids.Exposures, files.Theses),
            tree.Convictions(scenario),
            tree.Section(MarketKeys.Histories, ids.Histories, files.Markets),
            tree.Section(MarketKeys.CorrelationGroups, ids.CorrelationGroups, files.Markets),
        ];
        // Only declared: these sections are no settings, and are bound from their files.
        tree.Section(MarketKeys.Groups, ids.Groups, files.Markets, ids.Names);
        tree.Section(MarketKeys.Calibrations, ids.Calibrations, files.Markets);
        tree.Section(ThesisKeys.Predictions, ids.Predictions, files.Theses);
        tree.Section(ThesisKeys.Indicators, ids.Indicators, files.Theses);
        tree.Section(ThesisKeys.Checks, ids.Checks, files.Theses);
        foreach (var thesis in files.Theses)
            tree.Section(ThesisKeys.Claims, ids.Claims[thesis.Id] = new IdSet("claim"), [thesis]);
        tree.DeclareDealEvents((YamlMapping)sections[4].Value);
        tree.Root = sections.Aggregate(scenario, (root, section) => root.With(section));
        return tree;
    }

    private YamlEntry Section(string name, IdSet set, IReadOnlyList<FileTree> files, IdSet? shared = null)
    {
        var entries = new List<YamlEntry>();
        var areHeld = name == MarketKeys.Instruments || name == MarketKeys.Groups;
        foreach (var file in files)
        {
            if (file.Root.Find(name) is not { } section)
                continue;
            if (ValueReader.Mapping(section.Value, name, diagnostics) is not { } mapping)
            {
                set.MarkIncomplete();
                shared?.MarkIncomplete();
                if (areHeld)
                    ids.InstrumentsAndGroups.MarkIncomplete();
                continue;
            }

            foreach (var entry in mapping.Entries)
            {
                var isNew = (shared ?? set).Declare(entry.Key, entry.KeyLocation, diagnostics);
                if (shared is not null)
                    set.Add(entry.Key, entry.KeyLocation);
                if (areHeld)
                    ids.InstrumentsAndGroups.Add(entry.Key, entry.KeyLocation);
                if (isNew && owners.TryAdd((name, entry.Key), file))
                    entries.Add(entry);
            }
        }

        return new YamlEntry(name, default, new YamlMapping(default, entries));
    }

    private YamlEntry Correlations(IReadOnlyList<FileTree> files)
    {
        var rows = new Dictionary<string, YamlEntry>();
        foreach (var file in files)
        {
            if (
                file.Root.Find(MarketKeys.Correlations) is not { } section
                || ValueReader.Mapping(section.Value, "correlations", diagnostics) is not { } mapping
            )
            {
                continue;
            }

            var fileSource = mapping.Find(SourceKeys.Source)?.Value;
            foreach (var row in mapping.Entries.Where(e => e.Key != SourceKeys.Source))
            {
                if (ValueReader.Mapping(row.Value, $"correlations, '{row.Key}'", diagnostics) is not { } pairs)
                    continue;
                var merged = rows.TryGetValue(row.Key, out var known)
                    ? known
                    : row with
                    {
                        Value = new YamlMapping(row.Value.Location, []),
                    };
                var rowSource = pairs.Find(SourceKeys.Source)?.Value;
                foreach (var pair in pairs.Entries.Where(e => e.Key != SourceKeys.Source))
                {
                    if (AddPair(row.Key, pair, rowSource, fileSource))
                        merged = merged with { Value = ((YamlMapping)merged.Value).With(pair) };
                }

                rows[row.Key] = merged;
            }
        }

        return new YamlEntry(MarketKeys.Correlations, default, new YamlMapping(default, [.. rows.Values]));
    }

    private bool AddPair(string first, YamlEntry pair, YamlNode? rowSource, YamlNode? fileSource)
    {
        var second = pair.Key;
        if (CorrelationSources.ContainsKey((first, second)) || CorrelationSources.ContainsKey((second, first)))
        {
            diagnostics.Error(pair.KeyLocation, $"correlations: the pair '{first}' and '{second}' stands twice");
            return false;
        }

        var sources = new List<(YamlNode, string)>();
        if (rowSource is not null)
            sources.Add((rowSource, second));
        if (fileSource is not null)
            sources.Add((fileSource, $"{first}.{second}"));
        CorrelationSources.Add((first, second), sources);
        return true;
    }

    /// <summary>The default rows, and over them those of the file.</summary>
    private YamlEntry Convictions(YamlMapping scenario)
    {
        var table = new YamlMapping(default, [.. Conviction.Defaults.Select(DefaultRow)]);
        if (
            scenario.Find(ScenarioKeys.Convictions) is { } section
            && ValueReader.Mapping(section.Value, "convictions", diagnostics) is { } own
        )
        {
            foreach (var row in own.Entries)
            {
                var known = table.Find(row.Key)?.Value as YamlMapping;
                var merged =
                    row.Value is YamlMapping changed && known is not null
                        ? changed.Entries.Aggregate(known, (m, e) => m.With(e)) with
                        {
                            Location = changed.Location,
                        }
                        : row.Value;
                table = table.With(row with { Value = merged });
            }
        }

        foreach (var row in table.Entries)
            ids.Verbs.Declare(row.Key, row.KeyLocation, diagnostics);
        return new YamlEntry(ScenarioKeys.Convictions, default, table);
    }

    private static YamlEntry DefaultRow(Conviction row)
    {
        YamlEntry Entry(string key, string value) => new(key, default, new YamlScalar(default, value, IsQuoted: false));
        return Entry(row.Verb, "") with
        {
            Value = new YamlMapping(
                default,
                [Entry(ConvictionKeys.Direction, row.Direction.ToString().ToLowerInvariant()), Entry(ConvictionKeys.Size, $"{row.Size:R}")]
            ),
        };
    }

    private void DeclareDealEvents(YamlMapping deals)
    {
        foreach (var deal in deals.Entries.Where(d => d.Value is YamlMapping m && m.Find(DealKeys.Probability) is not null))
            ids.Events.Declare(deal.Key, deal.KeyLocation, diagnostics);
    }
}
