using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Tests;

/// <summary>What README files say of measures is held to the sources and to the catalogue.</summary>
internal sealed partial class MeasureDocumentsTests
{
    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("Expected a checkout: no RiskEngine.sln above the tests.");
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    [Test]
    public void The_worked_example_of_a_measure_is_what_stands_in_its_files()
    {
        var readme = Read("src/RiskEngine.Analysis/README.md");
        var steps = Step().Matches(readme[readme.IndexOf("## A new measure", StringComparison.Ordinal)..]);
        Assert.That(steps, Has.Count.InRange(3, 4));
        foreach (Match step in steps)
        {
            var file = Read(step.Groups["file"].Value);
            foreach (
                var line in step.Groups["code"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                Assert.That(file, Does.Contain(line), step.Groups["file"].Value);
            }
        }
    }

    [Test]
    public void The_measure_of_the_example_is_named_in_no_other_source()
    {
        var naming = Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => Example().IsMatch(File.ReadAllText(f)))
            .Select(Path.GetFileName);
        Assert.That(naming, Is.EquivalentTo(new[] { "MeasureKinds.cs", "Measures.cs", "DrawdownMeasures.cs" }));
    }

    [Test]
    public void The_table_of_measures_lists_the_catalogue()
    {
        var readme = Read("reports/README.md");
        var table = readme[readme.IndexOf("## Measures", StringComparison.Ordinal)..]
            .Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal));
        var listed = table.SelectMany(row => Code().Matches(row.Split('|')[1]).Select(m => m.Groups["id"].Value));
        Assert.That(listed, Is.EquivalentTo(MeasureKinds.All.Select(kind => kind.Id)));
    }

    [GeneratedRegex(
        @"^`(?<file>src/[\w./]+)`:[^\n]*\n\n(?<code>(    [^\n]*\n)+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Step();

    [GeneratedRegex(@"\b(Cdar95|cdar95|ConditionalDrawdownAtRisk)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex("`(?<id>[a-z0-9-]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
