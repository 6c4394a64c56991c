using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Provenance;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Format;

/// <summary>The worked example of src/RiskEngine.Loading/README.md: one spec, and a new key is everywhere.</summary>
internal sealed partial class NewKeyTests
{
    private static readonly KeySpec<NumberValue> damping = new("damping", new(NumberRange.Probability), "how far an effect is damped")
    {
        Unit = "part of its size",
        Default = "0.25",
    };

    private static readonly KeySet keys = new("sample", [damping, SourceKeys.Source]);

    private DiagnosticBag bag = new();

    [SetUp]
    public void Start() => bag = new DiagnosticBag();

    [TestCase("{}", 0.25)]
    [TestCase("{ damping: 0.5 }", 0.5)]
    public void It_is_read_or_has_its_default(string text, double value)
    {
        Assert.That(Of(text).Number(damping), Is.EqualTo(value));
        Assert.That(bag.Sorted(), Is.Empty);
    }

    [Test]
    public void What_is_wrong_with_it_is_told_with_its_range()
    {
        Of("{ damping: 2 }").Number(damping);
        Assert.That(
            bag.Sorted().Single().ToString(),
            Is.EqualTo("f.yaml:1:12: error: sample 'x', 'damping': expected a number from 0 to 1, found '2'")
        );
    }

    [Test]
    public void The_schema_has_it()
    {
        var definitions = new SchemaDefinitions(new FactorCatalogue([]), new PricingCatalogue([]));
        keys.Schema(definitions);
        var property = definitions.ToJson()["sample"]!["properties"]!["damping"]!;
        Assert.That(
            property.ToJsonString(),
            Is.EqualTo("""{"type":"number","minimum":0,"maximum":1,"description":"how far an effect is damped","default":0.25}""")
        );
    }

    [Test]
    public void The_page_has_it() =>
        Assert.That(KeyTable.Of(keys)[2], Is.EqualTo("| `damping` | how far an effect is damped | part of its size, 0 to 1 | `0.25` |"));

    [Test]
    public void A_setting_reaches_it_and_the_ledger_tells_of_it()
    {
        var tree = (YamlMapping)YamlReader.Read("samples: { x: { damping: 0.5, source: { judgement: felt } } }", "f.yaml", bag)!;
        var setting = Setting.Parse("samples.x.damping=0.75", bag)!;
        var (patched, _) = new SettingPatcher(new Dictionary<string, bool> { ["samples"] = true }, bag).Apply(tree, [setting]);
        var item = (YamlMapping)((YamlMapping)patched.Find("samples")!.Value).Find("x")!.Value;
        var reader = new MappingReader(item, "sample 'x'", bag);
        var ledger = new LedgerBuilder(new ScenarioIds(), bag);
        Assert.That(reader.Number(damping), Is.EqualTo(0.75));
        ledger.Add("samples", "x", reader, keys, thesis: null);

        var entry = ledger.Lines.Single();
        Assert.That((entry.Path, entry.Section, entry.Item, entry.Key), Is.EqualTo(("samples.x.damping", "samples", "x", "damping")));
        Assert.That((entry.Value, entry.Source.ToString()), Is.EqualTo(("0.75", "Judgement { Reason = set on the command line }")));
        Assert.That(bag.Sorted(), Is.Empty);
    }

    [Test]
    public void The_example_of_the_readme_touches_three_files_that_are_there()
    {
        var project = Path.Combine(Repository.Root, "src", "RiskEngine.Loading");
        var example = File.ReadAllText(Path.Combine(project, "README.md")).Split("## Adding a scenario key")[1].Split("\n## ")[0];
        var named = SourceFile().Matches(example).Select(m => m.Value.Trim('`')).Distinct().ToList();
        Assert.That(named, Has.Count.EqualTo(3));
        Assert.That(named.Where(n => !File.Exists(Path.Combine(Repository.Root, "src", n))), Is.Empty);
    }

    private MappingReader Of(string text) => new((YamlMapping)YamlReader.Read(text, "f.yaml", bag)!, "sample 'x'", bag);

    [GeneratedRegex(@"`[\w./]+\.cs`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceFile();
}
