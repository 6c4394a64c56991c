using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Runs;
using RiskEngine.Serving.Engines;

namespace RiskEngine.Serving.Pages;

/// <summary>What a server has: scenarios to change and try, runs, comparisons. It lies in the folder of reports.</summary>
/// <param name="options">Where they are.</param>
internal sealed class HomePage(ServeOptions options)
{
    private const string Comparisons = "comparisons";

    /// <summary>The document, from the folders as they are now.</summary>
    public ReportDocument Build()
    {
        var runs = RunIndex.Build(RunCatalogue.Update(options.Reports));
        return new ReportDocument(
            new("Scenarios, runs and comparisons", "情景、运行与对比"),
            runs.Subtitle,
            [Scenarios(), .. runs.Sections, .. Compared()],
            runs.Footer
        );
    }

    private Section Scenarios()
    {
        var folders = ScenarioFolders.In(options.Scenarios).ToList();
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "Open one to change its numbers and see at once what the engine makes of them, or to save them as a new scenario.",
                    "打开一个情景，即可修改其数值，由引擎当即重算，也可另存为新情景。"
                )
            ),
        ];
        blocks.Add(
            folders.Count == 0
                ? new Paragraph(new LocalText("There is no scenario here.", "此处没有情景。"))
                : new Table(
                    [new LocalText("Scenario", "情景"), new LocalText("Folder", "文件夹")],
                    [.. folders.Select(Row)],
                    Filterable: true
                )
        );
        return new("scenarios", new("Scenarios", "情景"), new("Scenarios", "情景"), blocks) { IsBrief = true };
    }

    private IReadOnlyList<Cell> Row(string folder)
    {
        var name = Path.GetFileName(folder);
        try
        {
            return [Prose.Beside(ScenarioFolders.NameOf(folder, options), $"../scenarios/{Uri.EscapeDataString(name)}/"), Prose.Code(name)];
        }
        catch (RefusedException e)
        {
            return
            [
                new Cell(
                    LocalText.Same(name),
                    (Prose)Sentence.Plain("cannot be read: {problem}", "无法读取：{problem}", ("problem", e.Problems[0].Message))
                ),
                Prose.Code(name),
            ];
        }
    }

    private IEnumerable<Section> Compared()
    {
        var folder = Path.Combine(options.Reports, Comparisons);
        if (!Directory.Exists(folder))
            yield break;
        var found = Directory
            .EnumerateDirectories(folder)
            .Where(f => File.Exists(Path.Combine(f, "comparison.html")))
            .Select(f => Path.GetFileName(f)!)
            .Where(n => n.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (found.Count == 0)
            yield break;
        yield return new Section(
            Comparisons,
            new("Comparisons", "对比"),
            new("Comparisons", "对比"),
            [
                new Table(
                    [new LocalText("Runs compared", "所对比的运行")],
                    [.. found.Select(n => (IReadOnlyList<Cell>)[Prose.Beside(LocalText.Same(n), $"{Comparisons}/{n}/comparison.html")])]
                ),
            ]
        )
        {
            IsBrief = true,
        };
    }
}
