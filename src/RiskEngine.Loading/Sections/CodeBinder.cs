using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Files;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds <c>plugins</c>, and finds the source files in <c>factors</c>: names alone, nothing is read or run.</summary>
internal static class CodeBinder
{
    /// <summary>The folder beside the scenario whose C# files define factor kinds.</summary>
    private const string SourceFolder = "factors";

    /// <summary>The code files that lie inside the folder; each other one is an error.</summary>
    public static IReadOnlyList<ScenarioCode> Bind(MappingReader root, ScenarioFolder folder)
    {
        var found = new List<ScenarioCode>();
        foreach (var name in folder.NamesIn(SourceFolder, ".cs"))
        {
            if (folder.FullPath(name, "factor source", new SourceLocation(name)) is { } path)
                found.Add(new ScenarioCode(path, name, IsSource: true));
        }

        var what = root.What(ScenarioKeys.Plugins);
        foreach (var node in root.Items(ScenarioKeys.Plugins))
        {
            if (
                ValueReader.Text(node, what, root.Diagnostics) is not { } named
                || folder.FullPath(named, what, node.Location) is not { } path
            )
            {
                continue;
            }

            var name = folder.DisplayPath(named);
            if (!name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            {
                root.RefuseAt(
                    node.Location,
                    $"{what}: expected a compiled library (.dll), found '{named}'; C# source lies in the folder '{SourceFolder}'"
                );
            }
            else if (found.Exists(c => c.Name == name))
            {
                root.RefuseAt(node.Location, $"{what}: the file '{name}' stands twice");
            }
            else
            {
                found.Add(new ScenarioCode(path, name, IsSource: false));
            }
        }

        return found;
    }
}
