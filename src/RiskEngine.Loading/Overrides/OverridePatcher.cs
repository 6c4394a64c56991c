using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Overrides;

/// <summary>
/// Puts overrides into a tree. A path names keys from the root on, joined by dots; an item of a list is named by its <c>id</c>. A key
/// may itself hold dots: the longest that fits is taken. All but the last key must exist. So must the last one where the keys are ids
/// (nothing is added by an override); elsewhere it may be one that the file leaves at its default, and binding refuses an unknown one.
/// </summary>
/// <param name="idMaps">The root keys whose own keys are ids, such as <c>factors</c>.</param>
/// <param name="diagnostics">Takes the errors, each at its override's place.</param>
internal sealed class OverridePatcher(IReadOnlySet<string> idMaps, DiagnosticBag diagnostics)
{
    /// <summary>The tree with all overrides in it, later ones over earlier ones; one that does not fit is an error and left out.</summary>
    public YamlMapping Apply(YamlMapping root, IEnumerable<Override> overrides)
    {
        foreach (var change in overrides)
            root = (YamlMapping?)Patch(root, change.Path.Split('.'), 0, change) ?? root;
        return root;
    }

    private YamlNode? Patch(YamlNode node, string[] path, int at, Override change) => node switch
    {
        _ when at == path.Length => change.Value,
        YamlMapping mapping => PatchMapping(mapping, path, at, change),
        YamlSequence sequence => PatchSequence(sequence, path, at, change),
        _ => Refuse(change, $"'{Joined(path, 0, at)}' is a single value and has no '{Joined(path, at, path.Length)}' in it", null),
    };

    private YamlMapping? PatchMapping(YamlMapping mapping, string[] path, int at, Override change)
    {
        for (var end = path.Length; end > at; end--)
        {
            if (mapping.Find(Joined(path, at, end)) is { } entry)
                return Patch(entry.Value, path, end, change) is { } value ? mapping.With(entry with { Value = value }) : null;
        }

        var name = Joined(path, at, path.Length);
        var keysAreIds = at == 0 || (at == 1 && idMaps.Contains(path[0]));
        if (at == path.Length - 1 && !keysAreIds)
            return mapping.With(new YamlEntry(name, change.Location, change.Value));
        var keys = mapping.Entries.Select(e => e.Key).ToList();
        var near = NearName.Find(path[at], keys) ?? NearName.Find(name, keys);
        var inside = at == 0 ? "the scenario" : $"'{Joined(path, 0, at)}'";
        Refuse(change, $"{inside} has no '{path[at]}'", near);
        return null;
    }

    private YamlSequence? PatchSequence(YamlSequence sequence, string[] path, int at, Override change)
    {
        for (var end = path.Length; end > at; end--)
        {
            var id = Joined(path, at, end);
            for (var i = 0; i < sequence.Items.Count; i++)
            {
                if (IdOf(sequence.Items[i]) != id)
                    continue;
                if (Patch(sequence.Items[i], path, end, change) is not { } value)
                    return null;
                var items = sequence.Items.ToArray();
                items[i] = value;
                return sequence with { Items = items };
            }
        }

        var near = NearName.Find(path[at], sequence.Items.Select(IdOf).OfType<string>());
        Refuse(change, $"the list '{Joined(path, 0, at)}' has no item with the id '{path[at]}'", near);
        return null;
    }

    private YamlNode? Refuse(Override change, string message, string? near)
    {
        diagnostics.Error(change.Location, $"override '{change.Path}': {message}", near);
        return null;
    }

    private static string? IdOf(YamlNode item) => ((item as YamlMapping)?.Find("id")?.Value as YamlScalar)?.Text;

    private static string Joined(string[] path, int from, int to) => string.Join('.', path, from, to - from);
}
