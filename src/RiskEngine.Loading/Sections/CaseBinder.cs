using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the cases: each one's settings are put into the tree, and the whole model is bound anew from it.</summary>
/// <param name="tree">The base case's tree.</param>
/// <param name="ids">The known ids; takes those of the cases.</param>
/// <param name="bind">Binds a model from a tree.</param>
/// <param name="wanted">The cases to bind beside the base case; null for all.</param>
/// <param name="diagnostics">Takes the findings.</param>
internal sealed class CaseBinder(
    YamlMapping tree,
    ScenarioIds ids,
    Func<YamlMapping, DiagnosticBag, Model> bind,
    IReadOnlyCollection<string>? wanted,
    DiagnosticBag diagnostics
)
{
    private const string Base = "base";

    /// <summary>The base case first, then the others in the order of the file.</summary>
    public IReadOnlyList<Case> Bind(MappingReader root, Model model)
    {
        var unchanged = new Case(new Id<Case>(Base), new LocalText("Base", "基准"), LocalText.Same(""), [], model);
        var cases = new List<Case>();
        var known = diagnostics.Sorted().ToHashSet();
        foreach (var entry in root.Mapping(ScenarioKeys.Cases)?.Node.Entries ?? [])
        {
            var isNew = ids.Cases.Declare(entry.Key, entry.KeyLocation, diagnostics);
            if (entry.Key != Base && wanted?.Contains(entry.Key) == false)
                continue;
            if (MappingReader.Of(entry.Value, $"case '{entry.Key}'", diagnostics, entry.KeyLocation) is not { } reader)
                continue;
            var name = reader.OptionalLocalText(CaseKeys.Name);
            var summary = reader.LocalText(CaseKeys.Summary);
            var settings = Settings(reader);
            if (entry.Key == Base && reader.Has(CaseKeys.Set))
                reader.Refuse(CaseKeys.Set, "expected none, for the base case is the scenario as its files say");
            if (!reader.Finish() || !isNew)
                continue;
            if (entry.Key == Base)
                unchanged = unchanged with { Name = name ?? unchanged.Name, Summary = summary };
            else
                cases.Add(Bind(entry, name ?? LocalText.Same(entry.Key), summary, settings, known));
        }

        if (!ids.Cases.Contains(Base))
            ids.Cases.Add(Base, root.Location);
        return [unchanged, .. cases];
    }

    private static List<Setting> Settings(MappingReader reader) =>
        [.. (reader.Mapping(CaseKeys.Set)?.Node.Entries ?? []).Select(e => new Setting(e.Key, e.Value, e.KeyLocation))];

    private Case Bind(YamlEntry entry, LocalText name, LocalText summary, List<Setting> settings, HashSet<Diagnostic> known)
    {
        var (patched, changes) = new SettingPatcher(FileKeys.SettableBy(Settable.InCases), diagnostics).Apply(tree, settings);
        var own = new DiagnosticBag();
        var isBroken = known.Any(d => d.Severity == Severity.Error);
        var model = bind(patched, own);
        Diagnostic[] findings = [.. own.Sorted().Where(f => !known.Contains(f))];
        HashSet<SourceLocation> places = findings.Length == 0 ? [] : [.. settings.SelectMany(s => Places(s.Value).Append(s.Location))];
        foreach (var finding in findings)
        {
            var isAtSetting = places.Contains(finding.Location);
            if (!isAtSetting && isBroken)
                continue;
            // What a setting breaks elsewhere is told at the case: the place that it names holds no error of its own.
            diagnostics.Add(
                isAtSetting
                    ? finding
                    : finding with
                    {
                        Location = entry.KeyLocation,
                        Message = $"case '{entry.Key}': {finding.Message} (at {finding.Location})",
                    }
            );
        }

        return new Case(new Id<Case>(entry.Key), name, summary, changes, model);
    }

    private static IEnumerable<SourceLocation> Places(YamlNode node) =>
        node switch
        {
            YamlMapping mapping => mapping.Entries.SelectMany(e => Places(e.Value).Append(e.KeyLocation)).Append(node.Location),
            YamlSequence sequence => sequence.Items.SelectMany(Places).Append(node.Location),
            _ => [node.Location],
        };
}
