using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Overrides;

internal sealed class OverridePatcherTests
{
    private const string Tree = """
        simulation: { paths: 1000 }
        factors:
          hbm-tightness: { start: 1.0 }
          brk.b: { start: 2.0, volatility: { mean: 0.2 } }
        limits:
          - { id: es-core, below: 0.35 }
        """;

    private DiagnosticBag bag = new();

    [SetUp]
    public void Start() => bag = new DiagnosticBag();

    [TestCase("factors.hbm-tightness.start", "factors", "hbm-tightness", "start")]
    [TestCase("factors.brk.b.volatility.mean", "factors", "brk.b", "volatility", "mean")]
    [TestCase("simulation.seed", "simulation", "seed")]
    public void A_path_reaches_its_value(string path, params string[] keys)
    {
        var value = Walk(Apply($"{path}=1.4"), keys);
        Assert.That(value, Is.EqualTo(new YamlScalar(new SourceLocation($"--set {path}=1.4"), "1.4", IsQuoted: false)));
        Assert.That(Findings(), Is.Empty);
    }

    [Test]
    public void An_item_of_a_list_is_named_by_its_id()
    {
        var limits = (YamlSequence)Apply("limits.es-core.below=0.2").Find("limits")!.Value;
        Assert.That(Text((YamlMapping)limits.Items[0], "below"), Is.EqualTo("0.2"));
    }

    [Test]
    public void The_tree_itself_stays_as_it_was()
    {
        var root = Root();
        Apply("factors.hbm-tightness.start=1.4");
        Assert.That(Text(root, "factors", "hbm-tightness", "start"), Is.EqualTo("1.0"));
    }

    [Test]
    public void The_last_of_two_overrides_counts() =>
        Assert.That(
            Text(Apply("factors.hbm-tightness.start=1", "factors.hbm-tightness.start=2"), "factors", "hbm-tightness", "start"),
            Is.EqualTo("2"));

    [TestCase("factor.hbm-tightness.start=1", "the scenario has no 'factor' (did you mean 'factors'?)")]
    [TestCase("factors.hbm-tightnes.start=1", "'factors' has no 'hbm-tightnes' (did you mean 'hbm-tightness'?)")]
    [TestCase("factors.hbm-tightnes=1", "'factors' has no 'hbm-tightnes' (did you mean 'hbm-tightness'?)")]
    [TestCase("factors.hbm-tightness.start.x=1", "'factors.hbm-tightness.start' is a single value and has no 'x' in it")]
    [TestCase("limits.es-cor.below=1", "the list 'limits' has no item with the id 'es-cor' (did you mean 'es-core'?)")]
    [TestCase("seed=1", "the scenario has no 'seed'")]
    public void A_path_to_nothing_is_told_at_the_override(string option, string message)
    {
        Apply(option);
        Assert.That(Findings(), Is.EqualTo([$"--set {option}: error: override '{option.Split('=')[0]}': {message}"]));
    }

    [TestCase("factors.x")]
    [TestCase("=3")]
    public void An_option_without_path_and_value_is_refused(string option)
    {
        Assert.That(Override.Parse(option, bag), Is.Null);
        Assert.That(Findings(), Is.EqualTo([$"--set {option}: error: expected PATH=VALUE, such as risks.supply-chain.probability=0.7, found '{option}'"]));
    }

    private YamlMapping Apply(params string[] options) =>
        new OverridePatcher(new HashSet<string> { "factors" }, bag).Apply(Root(), options.Select(o => Override.Parse(o, bag)!));

    private YamlMapping Root() => (YamlMapping)YamlReader.Read(Tree, "scenario.yaml", bag)!;

    private static YamlNode Walk(YamlMapping node, params string[] keys) =>
        keys.Aggregate((YamlNode)node, (n, key) => ((YamlMapping)n).Find(key)!.Value);

    private static string Text(YamlMapping node, params string[] keys) => ((YamlScalar)Walk(node, keys)).Text;

    private string[] Findings() => [.. bag.Sorted().Select(d => d.ToString())];
}
