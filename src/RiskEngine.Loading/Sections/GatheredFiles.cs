using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Files;

namespace RiskEngine.Loading.Sections;

/// <summary>A scenario's files as trees, with every id that they declare, before anything is changed or bound.</summary>
/// <param name="Folder">The folder that they were read from.</param>
/// <param name="Root">The reader of <c>scenario.yaml</c>.</param>
/// <param name="Ids">The ids.</param>
/// <param name="Files">The files that it names.</param>
/// <param name="Merged">The items of all files, side by side.</param>
internal sealed record GatheredFiles(ScenarioFolder Folder, MappingReader Root, ScenarioIds Ids, ScenarioFiles Files, MergedTree Merged)
{
    /// <summary>Reads them; null after an error that leaves nothing to go on with.</summary>
    public static GatheredFiles? Of(ScenarioSource source, ReadOptions options, DiagnosticBag diagnostics)
    {
        var (path, file) = source.IsInMemory ? (source.Path, ScenarioReader.FileName) : ScenarioReader.Split(source.Path);
        if (!source.IsInMemory && !Directory.Exists(path))
        {
            diagnostics.Error(
                new SourceLocation(source.Path),
                $"expected a scenario folder or its {ScenarioReader.FileName}, found nothing there"
            );
            return null;
        }

        var folder = new ScenarioFolder(path, diagnostics, source);
        if (
            folder.ReadTree(file, "scenario", new SourceLocation(source.Path)) is not { } node
            || MappingReader.Of(node, "scenario", diagnostics) is not { } root
        )
        {
            return null;
        }

        CodeBinder.Bind(root, folder);
        var ids = new ScenarioIds();
        var files = ScenarioFiles.Read(root, folder, ids, options, diagnostics);
        return new GatheredFiles(folder, root, ids, files, MergedTree.Build(root.Node, files, ids, diagnostics));
    }
}
