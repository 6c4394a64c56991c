using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Files;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Prices;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>
/// The files that a scenario names, read as trees. A file that cannot be read marks the ids it would declare as incomplete.
/// </summary>
internal sealed class ScenarioFiles
{
    private readonly ScenarioFolder folder;
    private readonly ScenarioIds ids;
    private readonly DiagnosticBag diagnostics;
    private readonly IPriceImporter? prices;

    private readonly Dictionary<(string File, HistoryContent Content), HistoryRows?> histories = [];

    private ScenarioFiles(ScenarioFolder folder, ScenarioIds ids, IPriceImporter? prices, DiagnosticBag diagnostics)
    {
        this.prices = prices;
        this.folder = folder;
        this.ids = ids;
        this.diagnostics = diagnostics;
    }

    public IReadOnlyList<FileTree> Markets { get; private set; } = [];

    public IReadOnlyList<FileTree> Theses { get; private set; } = [];

    public IReadOnlyList<FileTree> Risks { get; private set; } = [];

    public IReadOnlyList<PortfolioFile> Portfolios { get; private set; } = [];

    /// <summary>Reads all files that the root of <c>scenario.yaml</c> names.</summary>
    public static ScenarioFiles Read(
        MappingReader root,
        ScenarioFolder folder,
        ScenarioIds ids,
        ReadOptions options,
        DiagnosticBag diagnostics
    )
    {
        var files = new ScenarioFiles(folder, ids, options.PriceImporter, diagnostics);
        files.Markets = files.Trees(root, ScenarioKeys.Market, MarketKeys.All, ids.MarkMarketIncomplete);
        files.Theses = files.Trees(root, ScenarioKeys.Theses, ThesisKeys.All, ids.MarkThesisIncomplete);
        files.Risks = files.Trees(root, ScenarioKeys.Risks, RiskFileKeys.All, ids.Events.MarkIncomplete);
        files.Portfolios = files.ReadPortfolios(root, options.PortfolioImporter);
        return files;
    }

    /// <summary>The history in a file that the scenario names, read once; null after an error.</summary>
    public HistoryRows? History(YamlNode node, string what, HistoryContent content, DiagnosticBag findings)
    {
        if (ValueReader.Text(node, what, findings) is not { } named)
            return null;
        var file = folder.DisplayPath(named);
        if (!histories.TryGetValue((file, content), out var history))
        {
            var table =
                content == HistoryContent.Prices && prices is not null ? Imported(named, what, node.Location, prices)
                : folder.ReadText(named, what, node.Location) is { } text ? PriceHistoryReader.Read(text, file, content, diagnostics)
                : null;
            histories.Add((file, content), history = table is null ? null : HistoryRows.Of(table, content, file, diagnostics));
        }

        return history;
    }

    /// <summary>A table of prices in the project's own form, or in that of a vendor.</summary>
    private PriceHistory? Imported(string named, string what, SourceLocation location, IPriceImporter importer) =>
        folder.ReadFile(named, what, location) is { } bytes
            ? PriceFileReader.Read(bytes, folder.DisplayPath(named), importer, diagnostics)
            : null;

    private List<FileTree> Trees(MappingReader root, KeySpec key, KeySet keys, Action markIncomplete)
    {
        var trees = new List<FileTree>();
        var isThesis = keys == ThesisKeys.All;
        foreach (var node in root.Items(key))
        {
            var tree = Tree(node, root.What(key), keys, isThesis);
            if (tree is null)
                markIncomplete();
            else if (trees.Exists(t => t.File == tree.File))
                diagnostics.Error(node.Location, $"{root.What(key)}: the file '{tree.File}' stands twice");
            else if (!isThesis || ids.Theses.Declare(tree.Id, node.Location, diagnostics))
                trees.Add(tree);
        }

        if (key.IsRequired && root.Failed)
            markIncomplete();
        return trees;
    }

    private FileTree? Tree(YamlNode node, string what, KeySet keys, bool isThesis)
    {
        if (ValueReader.Text(node, what, diagnostics) is not { } named || folder.ReadTree(named, what, node.Location) is not { } content)
            return null;
        var file = folder.DisplayPath(named);
        if (MappingReader.Of(content, file, diagnostics) is not { } reader)
            return null;
        reader.Know(keys);
        reader.Finish();
        return new FileTree(Path.GetFileNameWithoutExtension(file), file, reader.Node, isThesis);
    }

    private List<PortfolioFile> ReadPortfolios(MappingReader root, IPortfolioImporter? importer)
    {
        var portfolios = new List<PortfolioFile>();
        foreach (var node in root.Items(ScenarioKeys.Portfolios))
        {
            if (
                Portfolio(node, root.What(ScenarioKeys.Portfolios), importer) is { } portfolio
                && ids.Portfolios.Declare(portfolio.Id, portfolio.Location, diagnostics)
            )
            {
                portfolios.Add(portfolio);
            }
        }

        return portfolios;
    }

    private PortfolioFile? Portfolio(YamlNode node, string what, IPortfolioImporter? importer)
    {
        YamlNode? name = null;
        double? maintenance = null;
        var fileNode = node;
        if (node is YamlMapping mapping)
        {
            var reader = new MappingReader(mapping, what, diagnostics);
            name = reader.Optional(PortfolioKeys.Name);
            maintenance = reader.OptionalNumber(PortfolioKeys.Maintenance);
            fileNode = reader.Required(PortfolioKeys.File);
            if (!reader.Finish() || fileNode is null)
            {
                ids.Portfolios.MarkIncomplete();
                return null;
            }
        }

        if (
            ValueReader.Text(fileNode, what, diagnostics) is { } named
            && folder.ReadFile(named, what, fileNode.Location) is { } bytes
            && PortfolioSource.Read(bytes, folder.DisplayPath(named), importer, diagnostics) is { } source
        )
        {
            return new PortfolioFile(
                Path.GetFileNameWithoutExtension(named),
                folder.DisplayPath(named),
                name,
                maintenance,
                source,
                fileNode.Location
            );
        }

        ids.Portfolios.MarkIncomplete();
        return null;
    }
}
