using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading.Drafts;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Editing;

/// <summary>
/// Writes changed values into the files of a scenario: where <c>--set</c> changes one run, this makes another scenario. Comments and
/// layout stay. A number that was changed by hand no longer has the source that the file states; the new one says so.
/// </summary>
public sealed class ScenarioEditor
{
    private readonly GatheredFiles gathered;
    private readonly ScenarioSource source;
    private readonly DiagnosticBag diagnostics;
    private readonly Dictionary<string, TextEdits> edits = new(StringComparer.Ordinal);

    private ScenarioEditor(GatheredFiles gathered, ScenarioSource source, DiagnosticBag diagnostics) =>
        (this.gathered, this.source, this.diagnostics) = (gathered, source, diagnostics);

    /// <summary>The files of the new scenario, by their paths from its folder.</summary>
    /// <param name="source">The files of the scenario that it is made of.</param>
    /// <param name="options">What that is read with; its settings are written down too, before those of the edit.</param>
    /// <param name="edit">What is changed.</param>
    /// <param name="found">What is wrong, with an error exactly when there are no files.</param>
    public static IReadOnlyDictionary<string, byte[]>? Edit(
        ScenarioSource source,
        ReadOptions options,
        ScenarioEdit edit,
        out IReadOnlyList<Diagnostic> found
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(edit);
        var settings = options with { Settings = [.. options.Settings, .. edit.Settings], Ledger = true };
        var read = ScenarioReader.Read(source, settings);
        found = read.Diagnostics;
        if (read.Scenario is not { } scenario)
            return null;
        var problems = new DiagnosticBag();
        var editor = new ScenarioEditor(GatheredFiles.Of(source, options, new DiagnosticBag())!, source, problems);
        var files = editor.Files(settings.Settings, edit, scenario.Ledger, [.. scenario.Inputs.Select(i => i.Path)]);
        if (!problems.HasErrors)
            return files;
        found = problems.Sorted();
        return null;
    }

    private SortedDictionary<string, byte[]> Files(
        IReadOnlyList<string> settings,
        ScenarioEdit edit,
        IReadOnlyList<Assumption> ledger,
        IReadOnlyList<string> inputs
    )
    {
        var root = gathered.Merged.Root;
        var last = settings
            .Select(s => Setting.Parse(s, diagnostics)!)
            .GroupBy(s => string.Join('.', CorrelationPath.Normalise(root, s.Path.Split('.'))))
            .Select(g => (Path: g.Key.Split('.'), g.Last().Value));
        foreach (var (path, value) in last)
            Put(root, path, 0, FlowText.Of(value));
        var changed = ledger.Where(a => a.File.StartsWith(Setting.CommandLine, StringComparison.Ordinal));
        foreach (var item in changed.GroupBy(a => (a.Section, a.Item)))
            StateSources(item.Key.Section, item.Key.Item, [.. item.Select(a => a.Key)]);
        if (root.Find(ScenarioKeys.Id) is { } id)
            Of(id.Value).Replace(id.Value, edit.Id);
        if (root.Find(ScenarioKeys.Name) is { } name)
            Of(name.Value).Replace(name.Value, DraftText.Quoted(edit.Name));
        if (edit.Views is { } views)
            Put(root, [ScenarioKeys.Views], 0, views);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in inputs)
            files.Add(file, edit.Contents.TryGetValue(file, out var content) ? content : Content(file));
        return files;
    }

    /// <summary>Puts a value where a path leads to, or adds the key that is not there yet.</summary>
    private void Put(YamlNode node, string[] path, int at, string value)
    {
        if (at == path.Length)
        {
            Of(node).Replace(node, value);
            return;
        }

        if (node is YamlSequence list)
        {
            Put(list.Items[int.Parse(path[at])], path, at + 1, value);
            return;
        }

        var mapping = (YamlMapping)node;
        for (var end = path.Length; end > at; end--)
        {
            // What no file says, such as the default table of verbs, is added whole.
            if (mapping.Find(string.Join('.', path[at..end])) is { } entry && StandsInFile(entry.Value))
            {
                Put(entry.Value, path, end, value);
                return;
            }
        }

        var added = path[(at + 1)..].Reverse().Aggregate(value, (inner, key) => $"{{ {FlowText.Key(key)}: {inner} }}");
        // A section of several files, or with defaults in it, is no mapping of a file: a new item goes into what scenario.yaml has of it.
        var into = mapping.Location.File is null ? gathered.Root.Node.Find(path[0])?.Value as YamlMapping : mapping;
        if (into is null)
        {
            diagnostics.Error(
                new SourceLocation($"{Setting.CommandLine}{string.Join('.', path)}"),
                $"'{string.Join('.', path)}': expected a value that stands in a file, found none: write it there first"
            );
            return;
        }

        Of(into).Insert(into, FlowText.Key(path[at]), added);
    }

    private static bool StandsInFile(YamlNode node) =>
        node.Location.File is not null || (node is YamlMapping section && section.Entries.Any(e => StandsInFile(e.Value)));

    private void StateSources(string section, string item, IReadOnlyList<string> keys)
    {
        var root = gathered.Merged.Root;
        var of = section.Length == 0 ? root : root.Find(section)?.Value as YamlMapping;
        if (item.Length > 0)
            of = of?.Find(item)?.Value as YamlMapping;
        if (of?.Location.File is null)
            return;
        var stated = of.Find(SourceKeys.Source)?.Value as YamlMapping;
        var isByKey = stated is not null && SourceKeys.All.ExactlyOneOf.All(k => stated.Find(k) is null);
        if (stated is not null && isByKey)
        {
            foreach (var key in keys)
            {
                if (stated.Find(key) is { } known)
                    Of(known.Value).Replace(known.Value, ByHand(of, key));
                else
                    Of(stated).Insert(stated, FlowText.Key(key), ByHand(of, key));
            }

            return;
        }

        var entries = keys.Select(k => $"{FlowText.Key(k)}: {ByHand(of, k)}");
        if (stated is null)
            Of(of).Insert(of, SourceKeys.Source, $"{{ {string.Join(", ", entries)} }}");
        else
            Of(stated).Replace(stated, $"{{ {string.Join(", ", entries.Append($"all: {FlowText.Of(stated)}"))} }}");
    }

    private static string ByHand(YamlMapping item, string key)
    {
        var before = At(item, key.Split('.'), 0) is { } node ? NodeText.Of(node) : "";
        return DraftText.Of(
            new Judgement(
                before.Length == 0
                    ? new("Set by hand in place of the default.", "手工设定，替代默认值。")
                    : new($"Set by hand; it was {before}.", $"手工设定，原为 {before}。")
            )
        );
    }

    private static YamlNode? At(YamlNode node, string[] path, int at)
    {
        if (at == path.Length)
            return node;
        if (node is YamlSequence list)
            return int.TryParse(path[at], out var index) && index < list.Items.Count ? At(list.Items[index], path, at + 1) : null;
        for (var end = path.Length; end > at && node is YamlMapping mapping; end--)
        {
            if (mapping.Find(string.Join('.', path[at..end])) is { } entry)
                return At(entry.Value, path, end);
        }

        return null;
    }

    private TextEdits Of(YamlNode node)
    {
        var file = node.Location.File;
        if (!edits.TryGetValue(file, out var known))
            edits.Add(file, known = new TextEdits(gathered.Folder.ReadText(file, file, new SourceLocation(file))!));
        return known;
    }

    private byte[] Content(string file)
    {
        if (!edits.TryGetValue(file, out var changed))
            return source.Contents[gathered.Folder.FullPath(file, file, new SourceLocation(file))!];
        if (changed.Apply() is { } text)
            return Encoding.UTF8.GetBytes(text);
        diagnostics.Error(new SourceLocation(file), "expected changes of different values, found one inside of another");
        return [];
    }
}
