using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Files;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading;

/// <summary>
/// Finds the code that a scenario brings, without running any of it: whoever runs it asks the user first, and hands the kinds that it
/// defines to
/// <see cref="ScenarioReader"/>.
/// </summary>
public static class CodeReader
{
    /// <summary>The code files of a scenario: <c>factors/*.cs</c> by name, then the libraries under <c>plugins</c> in order.</summary>
    /// <param name="path">The scenario's folder, or its <c>scenario.yaml</c> under whatever name.</param>
    /// <returns>Those that lie inside the folder; what is wrong with the others is left to <see cref="ScenarioReader"/> to say.</returns>
    public static IReadOnlyList<ScenarioCode> Find(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var (folderPath, file) = ScenarioReader.Split(path);
        if (!Directory.Exists(folderPath))
            return [];
        var unsaid = new DiagnosticBag();
        var folder = new ScenarioFolder(folderPath, unsaid);
        return
            folder.ReadText(file, "scenario", new SourceLocation(path)) is { } text
            && YamlReader.Read(text, file, unsaid) is { } node
            && MappingReader.Of(node, "scenario", unsaid) is { } root
            ? CodeBinder.Bind(root, folder)
            : [];
    }
}
