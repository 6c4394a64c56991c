using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Overrides;

internal sealed class SettingPatcherTests
{
    private const string Tree = """
        simulation: { paths: 1000 }
        factors:
          hbm-tightness: { start: 1.0 }
          brk.b: { start: 2.0, volatility: { mean: 0.2 } }
          ai: { start: 0.0 }
        correlations:
          ai: { brk.b: 0.5 }
        risks:
          crash: { effects: [{ size: -0.2 }, { size: -0.1 }] }
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
    public void Items_of_a_list_count_from_0()
    {
        var effects = (YamlSequence)Walk(Apply("risks.crash.effects.1.size=-0.3"), "risks", "crash", "effects");
        Assert.That(effects.Items.Select(e => Text((YamlMapping)e, "size")), Is.EqualTo(["-0.2", "-0.3"]));
    }

    [TestCase("correlations.ai.brk.b=0.6", "ai", "brk.b")]
    [TestCase("correlations.brk.b.ai=0.6", "ai", "brk.b")]
    [TestCase("correlations.brk.b.hbm-tightness=0.6", "brk.b", "hbm-tightness")]
    public void A_correlation_is_named_in_either_order(string option, string first, string second) =>
        Assert.That(Text(Apply(option), "correlations", first, second), Is.EqualTo("0.6"));

    [Test]
    public void A_change_tells_the_value_before_and_after()
    {
        var setting = Setting.Parse("factors.brk.b.volatility={ pert: [0.1, 0.2, 0.4] }", bag)!;
        var (_, changes) = Patcher().Apply(Root(), [setting]);
        Assert.That(changes, Is.EqualTo([new Override("factors.brk.b.volatility", "mean 0.2", "pert 0.1, 0.2, 0.4")]));
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
            Is.EqualTo("2")
        );

    [TestCase("factor.hbm-tightness.start=1", "'factor' cannot be set (did you mean 'factors'?)")]
    [TestCase("factors.hbm-tightnes.start=1", "'factors' has no 'hbm-tightnes' (did you mean 'hbm-tightness'?)")]
    [TestCase("factors.hbm-tightnes=1", "'factors' has no 'hbm-tightnes' (did you mean 'hbm-tightness'?)")]
    [TestCase("factors.hbm-tightness.start.x=1", "'factors.hbm-tightness.start' is a single value and has no 'x' in it")]
    [TestCase("risks.crash.effects.2.size=1", "expected the number of an item of 'risks.crash.effects', 0 to 1, found '2'")]
    [TestCase("risks.crash.effects.x=1", "expected the number of an item of 'risks.crash.effects', 0 to 1, found 'x'")]
    [TestCase("seed=1", "'seed' cannot be set")]
    [TestCase("factors=1", "expected the path of a value in 'factors', found the whole section")]
    [TestCase("simulation={}", "expected the path of a value in 'simulation', found the whole section")]
    public void A_path_to_nothing_is_told_at_the_override(string option, string message)
    {
        Apply(option);
        Assert.That(Findings(), Is.EqualTo([$"--set {option}: error: '{option.Split('=')[0]}': {message}"]));
    }

    [TestCase("factors.x")]
    [TestCase("=3")]
    public void An_option_without_path_and_value_is_refused(string option)
    {
        Assert.That(Setting.Parse(option, bag), Is.Null);
        Assert.That(
            Findings(),
            Is.EqualTo([$"--set {option}: error: expected PATH=VALUE, such as risks.supply-chain.probability=0.7, found '{option}'"])
        );
    }

    private YamlMapping Apply(params string[] options) => Patcher().Apply(Root(), options.Select(o => Setting.Parse(o, bag)!)).Tree;

    private SettingPatcher Patcher() =>
        new(
            new Dictionary<string, bool>
            {
                ["factors"] = true,
                ["correlations"] = false,
                ["risks"] = true,
                ["simulation"] = false,
            },
            bag
        );

    private YamlMapping Root() => (YamlMapping)YamlReader.Read(Tree, "scenario.yaml", bag)!;

    private static YamlNode Walk(YamlMapping node, params string[] keys) =>
        keys.Aggregate((YamlNode)node, (n, key) => ((YamlMapping)n).Find(key)!.Value);

    private static string Text(YamlMapping node, params string[] keys) => ((YamlScalar)Walk(node, keys)).Text;

    private string[] Findings() => [.. bag.Sorted().Select(d => d.ToString())];
}
