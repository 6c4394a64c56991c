namespace RiskEngine.Loading.Tests;

internal sealed class CodeReaderTests
{
    private readonly string outside = Directory.CreateTempSubdirectory("riskengine-").FullName;

    private string Root => Path.Combine(outside, "demo");

    [SetUp]
    public void Start()
    {
        foreach (var file in new[] { "factors/B.cs", "factors/A.cs", "factors/notes.txt", "plugins/own.dll" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
            File.WriteAllText(Path.Combine(Root, file), "");
        }

        File.WriteAllText(Path.Combine(outside, "outside.dll"), "");
        Write("name: Demo\n");
    }

    [TearDown]
    public void Clear() => Directory.Delete(Root, recursive: true);

    [OneTimeTearDown]
    public void ClearAll() => Directory.Delete(outside, recursive: true);

    [Test]
    public void Sources_lie_in_the_folder_factors_and_libraries_are_listed()
    {
        Write("name: Demo\nplugins: [plugins/own.dll]\n");

        Assert.That(
            CodeReader.Find(Root),
            Is.EqualTo(
                new[]
                {
                    new ScenarioCode(Path.Combine(Root, "factors/A.cs"), "factors/A.cs", IsSource: true),
                    new ScenarioCode(Path.Combine(Root, "factors/B.cs"), "factors/B.cs", IsSource: true),
                    new ScenarioCode(Path.Combine(Root, "plugins/own.dll"), "plugins/own.dll", IsSource: false),
                }
            )
        );
    }

    [TestCase("../outside.dll", "'../outside.dll' lies outside the scenario folder")]
    [TestCase("/outside.dll", "expected a path relative to the scenario folder")]
    [TestCase("plugins/ow.dll", "the file 'plugins/ow.dll' does not exist")]
    [TestCase("factors/A.cs", "expected a compiled library (.dll), found 'factors/A.cs'")]
    [TestCase("plugins/own.dll\n  - plugins/own.dll", "the file 'plugins/own.dll' stands twice")]
    public void What_cannot_be_a_library_is_told_at_its_place(string named, string problem)
    {
        Write($"plugins:\n  - {named}\n");

        var errors = ScenarioReader
            .Read(Root, new ReadOptions { Kinds = new([]) })
            .Errors.Select(e => e.ToString())
            .Where(e => e.Contains("'plugins'", StringComparison.Ordinal))
            .ToArray();

        Assert.That(errors, Has.Length.EqualTo(1));
        Assert.That(errors[0], Does.Match(@"^scenario.yaml:[23]:5: error: scenario, 'plugins': ").And.Contain(problem));
        Assert.That(CodeReader.Find(Root).Select(c => c.Name), Has.None.Contains("outside"));
    }

    [Test]
    public void Sources_that_lead_out_of_the_folder_are_refused()
    {
        File.CreateSymbolicLink(Path.Combine(Root, "factors/C.cs"), Path.Combine(outside, "outside.dll"));

        Assert.That(CodeReader.Find(Root).Select(c => c.Name), Is.EqualTo(new[] { "factors/A.cs", "factors/B.cs" }));
        Assert.That(
            ScenarioReader.Read(Root, new ReadOptions { Kinds = new([]) }).Errors.Select(e => e.ToString()),
            Has.Some.Contains("factors/C.cs: error: factor source: 'factors/C.cs' leads out of the scenario folder through a symbolic link")
        );
    }

    [Test]
    public void A_scenario_that_cannot_be_read_brings_nothing()
    {
        Write("name: [\n");

        Assert.That(CodeReader.Find(Root), Is.Empty);
        Assert.That(CodeReader.Find(Path.Combine(outside, "none")), Is.Empty);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(Root, "scenario.yaml"), text);
}
