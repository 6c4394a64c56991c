using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Files;

namespace RiskEngine.Loading.Tests.Files;

internal sealed class ScenarioFolderTests
{
    private static readonly SourceLocation place = new("scenario.yaml", 7, 9);

    private readonly string outside = Directory.CreateTempSubdirectory("riskengine-").FullName;
    private DiagnosticBag bag = new();

    private string Root => Path.Combine(outside, "demo");

    [SetUp]
    public void Start()
    {
        bag = new DiagnosticBag();
        Directory.CreateDirectory(Path.Combine(Root, "sub"));
        File.WriteAllText(Path.Combine(Root, "market.yaml"), "abc");
        File.WriteAllText(Path.Combine(outside, "secret.yaml"), "secret");
    }

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(outside, recursive: true);

    [Test]
    public void A_file_is_read_once_and_recorded_with_its_hash()
    {
        var folder = new ScenarioFolder(Root, bag);
        Assert.That(folder.ReadText("market.yaml", "market", place), Is.EqualTo("abc"));
        Assert.That(folder.ReadText("sub/../market.yaml", "market", place), Is.EqualTo("abc"));
        // FIPS 180-2, appendix B.1: SHA-256 of "abc".
        Assert.That(
            folder.Files,
            Is.EqualTo([new InputFile("market.yaml", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")])
        );
    }

    [TestCase("../secret.yaml", "'../secret.yaml' lies outside the scenario folder; every file of a scenario lies inside it")]
    [TestCase("../demo-other/x.yaml", "'../demo-other/x.yaml' lies outside the scenario folder; every file of a scenario lies inside it")]
    [TestCase("/etc/passwd", "expected a path relative to the scenario folder with forward slashes, found '/etc/passwd'")]
    [TestCase("C:\\x.yaml", "expected a path relative to the scenario folder with forward slashes, found 'C:\\x.yaml'")]
    [TestCase("sub", "expected a file, found the folder 'sub'")]
    [TestCase(".", "expected a file, found the folder '.'")]
    [TestCase("sub/..", "expected a file, found the folder 'sub/..'")]
    [TestCase("markt.yaml", "the file 'markt.yaml' does not exist (did you mean 'market.yaml'?)")]
    [TestCase("none/x.yaml", "the file 'none/x.yaml' does not exist")]
    public void What_is_not_a_file_of_the_folder_is_refused_where_it_is_named(string named, string message)
    {
        Assert.That(new ScenarioFolder(Root, bag).ReadText(named, "market", place), Is.Null);
        Assert.That(Findings(), Is.EqualTo([$"scenario.yaml:7:9: error: market: {message}"]));
    }

    [Test]
    public void A_symbolic_link_to_itself_is_refused_where_it_is_named()
    {
        File.CreateSymbolicLink(Path.Combine(Root, "round.yaml"), "round.yaml");
        Assert.That(new ScenarioFolder(Root, bag).ReadText("round.yaml", "market", place), Is.Null);
        Assert.That(Findings(), Has.Length.EqualTo(1).And.All.StartsWith("scenario.yaml:7:9: error: market: 'round.yaml' "));
    }

    [Test]
    public void A_symbolic_link_may_not_lead_out()
    {
        File.CreateSymbolicLink(Path.Combine(Root, "link.yaml"), Path.Combine(outside, "secret.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "up"), outside);
        var folder = new ScenarioFolder(Root, bag);
        Assert.That(folder.ReadText("link.yaml", "market", place), Is.Null);
        Assert.That(folder.ReadText("up/secret.yaml", "market", place), Is.Null);
        Assert.That(
            Findings(),
            Is.EqualTo([
                "scenario.yaml:7:9: error: market: 'link.yaml' leads out of the scenario folder through a symbolic link",
                "scenario.yaml:7:9: error: market: 'up/secret.yaml' leads out of the scenario folder through a symbolic link",
            ])
        );
    }

    [Test]
    public void The_folder_itself_may_be_reached_through_a_link()
    {
        var link = Path.Combine(outside, "link-to-demo");
        Directory.CreateSymbolicLink(link, Root);
        Assert.That(new ScenarioFolder(link, bag).ReadText("market.yaml", "market", place), Is.EqualTo("abc"));
    }

    [Test]
    public void A_byte_order_mark_is_no_text()
    {
        File.WriteAllBytes(Path.Combine(Root, "bom.yaml"), [0xEF, 0xBB, 0xBF, (byte)'a']);
        Assert.That(new ScenarioFolder(Root, bag).ReadText("bom.yaml", "market", place), Is.EqualTo("a"));
    }

    [Test]
    public void Other_encodings_are_named()
    {
        File.WriteAllBytes(Path.Combine(Root, "utf16.yaml"), [0xFF, 0xFE, (byte)'a', 0]);
        File.WriteAllBytes(Path.Combine(Root, "gbk.yaml"), [(byte)'a', (byte)'\n', 0xD0, 0xBE, 0xC6]);
        var folder = new ScenarioFolder(Root, bag);
        folder.ReadText("utf16.yaml", "market", place);
        folder.ReadText("gbk.yaml", "market", place);
        Assert.That(
            Findings(),
            Is.EqualTo([
                "gbk.yaml:2:2: error: expected a text file in UTF-8, found the byte 0xC6, which is not: save it again as UTF-8",
                "utf16.yaml:1:1: error: expected a text file in UTF-8, found UTF-16: save it again as UTF-8 (in Excel: 'CSV UTF-8')",
            ])
        );
    }

    [Test]
    public void A_file_that_is_too_large_is_refused()
    {
        using (var stream = File.Create(Path.Combine(Root, "large.yaml")))
            stream.SetLength(ScenarioFolder.MaxBytes + 1);
        new ScenarioFolder(Root, bag).ReadText("large.yaml", "market", place);
        Assert.That(Findings(), Is.EqualTo(["scenario.yaml:7:9: error: market: 'large.yaml' has 5242881 bytes; at most 5242880 are read"]));
    }

    private string[] Findings() => [.. bag.Sorted().Select(d => d.ToString())];
}
