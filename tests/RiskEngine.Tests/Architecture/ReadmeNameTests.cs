using System.Text.RegularExpressions;

namespace RiskEngine.Tests.Architecture;

/// <summary>What a README in <c>src</c> names is there: types, members, files and folders in backticks that begin with a capital.</summary>
public sealed partial class ReadmeNameTests
{
    private static readonly HashSet<string> known =
    [
        .. Layout
            .SourcesBelow(Layout.Root)
            .SelectMany(file => Word().Matches(File.ReadAllText(Path.Combine(Layout.Root, file))))
            .Select(m => m.Value),
        .. Directory
            .EnumerateFileSystemEntries(Path.Combine(Layout.Root, "src"), "*", SearchOption.AllDirectories)
            .SelectMany(path => Word().Matches(Path.GetFileName(path)))
            .Select(m => m.Value),
        .. Word().Matches(File.ReadAllText(Path.Combine(Layout.Root, "Directory.Build.props"))).Select(m => m.Value),
    ];

    private static IEnumerable<string> Pages() =>
        Directory
            .EnumerateFiles(Path.Combine(Layout.Root, "src"), "README.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Layout.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void A_readme_names_what_exists(string page)
    {
        var gone = Named()
            .Matches(File.ReadAllText(Path.Combine(Layout.Root, page)))
            .SelectMany(m => Word().Matches(m.Groups["name"].Value))
            .Select(m => m.Value)
            .Where(word => !known.Contains(word))
            .Distinct();

        Assert.That(gone, Is.Empty);
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    // One name, or a path or member of names: `Paths/ConvexityBlocks.cs`, `Planner.InstrumentOf`; not commands and examples.
    [GeneratedRegex(@"`(?<name>[A-Z]\w+([./]\w+)*)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
