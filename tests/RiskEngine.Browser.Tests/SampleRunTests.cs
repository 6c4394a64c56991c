using System.Globalization;

namespace RiskEngine.Browser.Tests;

/// <summary>The run that is committed as a sample: it is what its command gives, small, and where the READMEs say.</summary>
internal sealed class SampleRunTests
{
    // On another kind of machine the last digits may differ.
    private const double Same = 1e-8;

    private static string Folder => Path.Combine(ShippedReport.Root(), "reports", "sample");

    private static string Run => Path.GetDirectoryName(Directory.GetFiles(Folder, "report.html", SearchOption.AllDirectories).Single())!;

    /// <summary>The tests' own run has the sample's scenario, paths and seed, and more cases.</summary>
    [Test]
    public void Its_figures_are_those_that_its_command_gives_again()
    {
        var again = Rows(Path.GetDirectoryName(Browser.Report.LocalPath)!);
        var sample = Rows(Run);

        Assert.That(sample, Has.Count.GreaterThan(1_000));
        Assert.That(sample.Keys.Except(again.Keys), Is.Empty, "a case, measure or horizon that is no more: make the sample again");
        var moved = sample.Where(row => row.Value.Zip(again[row.Key]).Any(pair => Math.Abs(pair.First - pair.Second) > Same));
        Assert.That(
            moved.Select(row => row.Key),
            Is.Empty,
            $"make the sample again, by the command in {Path.Combine(Folder, "README.md")}"
        );
    }

    [Test]
    public void It_has_less_than_3_MB_and_the_READMEs_lead_to_it()
    {
        // What the command leaves besides is not committed.
        string[] committed = ["README.md", "first-screen.png", "report.html", "measures.csv", "manifest.json"];
        var files = new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories);
        var bytes = files.Where(f => committed.Contains(f.Name)).Sum(f => f.Length);
        var page = Path.GetRelativePath(Folder, Path.Combine(Run, "report.html"));

        Assert.That(bytes, Is.LessThan(3_000_000));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "README.md")), Does.Contain($"({page})"));
        Assert.That(
            File.ReadAllText(Path.Combine(ShippedReport.Root(), "README.md")),
            Does.Contain("(reports/sample/first-screen.png)").And.Contain("(reports/sample/README.md)")
        );
    }

    /// <summary>Figures by what they are of: value, standard error, ends of the interval; what is not known is 0.</summary>
    private static Dictionary<string, double[]> Rows(string run) =>
        File.ReadLines(Path.Combine(run, "measures.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(
                cells => string.Join(' ', cells[..5]),
                cells => cells[5..].Select(c => c.Length == 0 ? 0 : double.Parse(c, CultureInfo.InvariantCulture)).ToArray()
            );
}
