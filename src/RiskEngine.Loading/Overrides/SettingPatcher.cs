using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Overrides;

/// <summary>
/// Puts settings into the merged tree. A path names keys from the root on, joined by dots; items of a list count from 0. A key may
/// itself hold dots: the longest that fits is taken. Nothing is added where keys are ids; elsewhere a path may reach a key that the file
/// leaves at its default, and binding refuses one that the format does not know, at the setting's place.
/// </summary>
/// <param name="roots">The keys at the root that may be set, each with whether its own keys are ids.</param>
/// <param name="diagnostics">Takes the errors, each at its setting's place.</param>
internal sealed class SettingPatcher(IReadOnlyDictionary<string, bool> roots, DiagnosticBag diagnostics)
{
    /// <summary>
    /// The tree with all settings in it, later ones over earlier ones, and what each changed; one that does not fit is an error.
    /// </summary>
    public (YamlMapping Tree, IReadOnlyList<Override> Changes) Apply(YamlMapping root, IEnumerable<Setting> settings)
    {
        var changes = new List<Override>();
        foreach (var setting in settings)
        {
            var path = CorrelationPath.Normalise(root, setting.Path.Split('.'));
            var before = "";
            if (!roots.ContainsKey(path[0]))
                Refuse(setting, $"'{path[0]}' cannot be set", NearName.Find(path[0], roots.Keys));
            else if (path.Length == 1 && root.Find(path[0])?.Value is YamlMapping)
                Refuse(setting, $"expected the path of a value in '{path[0]}', found the whole section");
            else if (Patch(root, path, 0, setting, ref before) is YamlMapping patched)
                (root, changes) = (patched, [.. changes, new Override(setting.Path, before, NodeText.Of(setting.Value))]);
        }

        return (root, changes);
    }

    private YamlNode? Patch(YamlNode node, string[] path, int at, Setting setting, ref string before)
    {
        if (at < path.Length)
        {
            return node switch
            {
                YamlMapping mapping => PatchMapping(mapping, path, at, setting, ref before),
                YamlSequence sequence => PatchSequence(sequence, path, at, setting, ref before),
                _ => Refuse(setting, $"'{Joined(path, 0, at)}' is a single value and has no '{Joined(path, at, path.Length)}' in it"),
            };
        }

        before = NodeText.Of(node);
        return setting.Value;
    }

    private YamlMapping? PatchMapping(YamlMapping mapping, string[] path, int at, Setting setting, ref string before)
    {
        for (var end = path.Length; end > at; end--)
        {
            if (mapping.Find(Joined(path, at, end)) is { } entry)
                return Patch(entry.Value, path, end, setting, ref before) is { } value ? mapping.With(entry with { Value = value }) : null;
        }

        if (at == 1 && roots[path[0]])
        {
            var keys = mapping.Entries.Select(e => e.Key).ToList();
            var near = NearName.Find(path[at], keys) ?? NearName.Find(Joined(path, at, path.Length), keys);
            Refuse(setting, $"'{path[0]}' has no '{path[at]}'", near);
            return null;
        }

        var added = setting.Value;
        for (var i = path.Length - 1; i > at; i--)
            added = new YamlMapping(setting.Location, [new YamlEntry(path[i], setting.Location, added)]);
        return mapping.With(new YamlEntry(path[at], setting.Location, added));
    }

    private YamlSequence? PatchSequence(YamlSequence sequence, string[] path, int at, Setting setting, ref string before)
    {
        var count = sequence.Items.Count;
        if (!int.TryParse(path[at], System.Globalization.NumberStyles.None, provider: null, out var index) || index >= count)
        {
            Refuse(setting, $"expected the number of an item of '{Joined(path, 0, at)}', 0 to {count - 1}, found '{path[at]}'");
            return null;
        }

        if (Patch(sequence.Items[index], path, at + 1, setting, ref before) is not { } value)
            return null;
        var items = sequence.Items.ToArray();
        items[index] = value;
        return sequence with { Items = items };
    }

    private YamlNode? Refuse(Setting setting, string message, string? near = null)
    {
        diagnostics.Error(setting.Location, $"'{setting.Path}': {message}", near);
        return null;
    }

    private static string Joined(string[] path, int from, int to) => string.Join('.', path, from, to - from);
}
