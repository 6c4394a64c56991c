using System.Text.RegularExpressions;

namespace RiskEngine.Tests.Architecture;

/// <summary>A newcomer finds things where their names say: a README in each folder they open, namespaces as folders.</summary>
public sealed partial class FolderTests
{
    [Test]
    public void The_top_level_holds_what_it_should_and_nothing_else()
    {
        var folders = Directory.EnumerateDirectories(Layout.Root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.'));

        Assert.That(folders, Is.EquivalentTo(new[] { "src", "tests", "scenarios", "reports" }));
        string[] files = ["README.md", "LICENSE", "CHANGELOG.md", "RiskEngine.sln", "Directory.Build.props", "Directory.Packages.props"];
        Assert.That(
            Directory.EnumerateFiles(Layout.Root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.')),
            Is.EquivalentTo(files)
        );
    }

    [TestCase(".")]
    [TestCase("src")]
    [TestCase("tests")]
    [TestCase("scenarios")]
    [TestCase("reports")]
    public void A_top_level_folder_says_what_lives_there(string folder) =>
        Assert.That(Path.Combine(Layout.Root, folder, "README.md"), Does.Exist);

    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void A_project_says_what_lives_there(string project) =>
        Assert.That(Path.Combine(Layout.FolderOf(project), "README.md"), Does.Exist);

    [TestCase("src")]
    [TestCase("tests")]
    public void Namespaces_are_those_of_the_folders(string top)
    {
        var astray = Layout
            .SourcesBelow(Path.Combine(Layout.Root, top))
            .Select(file => (File: file, Found: Declared(Path.Combine(Layout.Root, top, file)), Expected: Expected(file)))
            .Where(entry => entry.Found is not null && entry.Found != entry.Expected)
            .Select(entry => $"{entry.File}: expected {entry.Expected}, found {entry.Found}");

        Assert.That(astray, Is.Empty);
    }

    /// <summary><c>RiskEngine.X/A/B/C.cs</c> is in <c>RiskEngine.X.A.B</c>.</summary>
    private static string Expected(string file) => string.Join('.', file.Split('/')[..^1]);

    /// <summary>The file's namespace; null where it declares none, as the file of top-level statements does.</summary>
    private static string? Declared(string path)
    {
        var match = NamespaceLine().Match(File.ReadAllText(path));
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(
        @"^namespace (?<name>[\w.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NamespaceLine();
}
