using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the whole model anew with some values changed; made when the base case's model is bound.</summary>
/// <param name="tree">The base case's tree.</param>
/// <param name="bind">Binds a model from a tree.</param>
/// <param name="diagnostics">Takes the findings that the base case does not have.</param>
internal sealed class ChangedModelBinder(YamlMapping tree, Func<YamlMapping, DiagnosticBag, Model> bind, DiagnosticBag diagnostics)
{
    private readonly HashSet<Diagnostic> known = [.. diagnostics.Sorted()];

    /// <summary>The settings under a key.</summary>
    public static IReadOnlyList<Setting> Settings(MappingReader reader, KeySpec<SettingsValue> key) =>
        [.. (reader.Mapping(key)?.Node.Entries ?? []).Select(e => new Setting(e.Key, e.Value, e.KeyLocation))];

    /// <summary>The model with the settings made, and what each changed.</summary>
    /// <param name="subject">Whose settings they are, for messages.</param>
    /// <param name="at">Its place: what a setting breaks elsewhere is told there, for the place that it names holds no error of its
    /// own.</param>
    /// <param name="settings">The settings.</param>
    public (Model Model, IReadOnlyList<Override> Changes) Bind(string subject, SourceLocation at, IReadOnlyList<Setting> settings)
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
            diagnostics.Add(
                isAtSetting ? finding : finding with { Location = at, Message = $"{subject}: {finding.Message} (at {finding.Location})" }
            );
        }

        return (model, changes);
    }

    private static IEnumerable<SourceLocation> Places(YamlNode node) =>
        node switch
        {
            YamlMapping mapping => mapping.Entries.SelectMany(e => Places(e.Value).Append(e.KeyLocation)).Append(node.Location),
            YamlSequence sequence => sequence.Items.SelectMany(Places).Append(node.Location),
            _ => [node.Location],
        };
}
