using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>An instrument's own risk, whose keys are those of its kind.</summary>
internal sealed class OwnRiskTests
{
    private const string M = "market.yaml";
    private const string Beta = "beta: { name: Beta, kind: fund, volatility: 0.2, exposures: { market: 1 } }";

    private TinyScenario tiny = null!;

    [SetUp]
    public void Start() => tiny = new TinyScenario();

    [TearDown]
    public void Clear() => tiny.Dispose();

    [Test]
    public void Its_kind_and_parameters_are_read_and_the_rest_takes_its_default()
    {
        var beta = With("own: { kind: geometric-brownian, volatility: 0.3 }")
            .Read()
            .Scenario!.Base.Model.Instruments.Single(i => i.Id.Value == "beta");
        Assert.That(beta.Volatility, Is.Zero);
        Assert.That(beta.Own!.Kind, Is.EqualTo("geometric-brownian"));
        Assert.That(
            beta.Own.Parameters.ToDictionary(p => p.Key, p => p.Value.Mean),
            Is.EqualTo(
                new Dictionary<string, double>
                {
                    ["start"] = 1,
                    ["drift"] = 0,
                    ["volatility"] = 0.3,
                }
            )
        );
    }

    [Test]
    public void A_setting_reaches_a_parameter_and_the_ledger_has_it_with_its_source()
    {
        var scenario = With("own: { kind: geometric-brownian, volatility: 0.3 }, source: { own.volatility: { calibrated: daily } }")
            .Read("instruments.beta.own.volatility=0.25")
            .Scenario!;
        var stated = tiny.Read().Scenario!.Ledger.Single(a => a.Path == "instruments.beta.own.volatility");
        Assert.That(stated.Source, Is.InstanceOf<Calibrated>());
        Assert.That(scenario.Base.Model.Instruments.Single(i => i.Id.Value == "beta").Own!.Parameters["volatility"].Mean, Is.EqualTo(0.25));
        var entry = scenario.Ledger.Single(a => a.Path.StartsWith("instruments.beta.own", StringComparison.Ordinal));
        Assert.That((entry.Path, entry.Value), Is.EqualTo(("instruments.beta.own.volatility", "0.25")));
        Assert.That(entry.Source, Is.InstanceOf<Judgement>());
    }

    [TestCase(
        "own: { kind: geometric-brownan, volatility: 0.3 }",
        "'kind': expected geometric-brownian",
        "(did you mean 'geometric-brownian'?)"
    )]
    [TestCase("own: { kind: ornstein-uhlenbeck, volatility: 0.3 }", "'kind': expected geometric-brownian", "found 'ornstein-uhlenbeck'")]
    [TestCase("own: { kind: geometric-brownian }", "instrument 'beta', 'own': the key 'volatility' is missing", "")]
    [TestCase("own: { kind: geometric-brownian, volatility: 9 }", "instrument 'beta', 'own', 'volatility': expected", "found '9'")]
    [TestCase("own: { kind: geometric-brownian, volatility: 0.3, drift: 0.1 }", "instrument 'beta', 'own': unknown key 'drift'", "")]
    [TestCase("own: { kind: geometric-brownian, volatility: 0.3 }, volatility: 0.4", "'volatility': expected none beside 'own'", "")]
    [TestCase("own: student-t", "instrument 'beta', 'own': expected", "")]
    public void What_it_cannot_be_is_an_error_at_its_place(string own, string starts, string has)
    {
        var found = With(own).Read();
        Assert.That(found.Scenario, Is.Null);
        var one = found.Diagnostics.Single(d => d.Severity == Abstractions.Diagnostics.Severity.Error).ToString();
        Assert.That(one, Does.StartWith("market.yaml:").And.Contain(starts).And.Contain(has));
    }

    [TestCase("cash: { name: Cash, kind: cash }", "cash: { name: Cash, kind: cash, own: { kind: geometric-brownian, volatility: 0.3 } }")]
    public void Cash_has_none(string before, string after)
    {
        var found = tiny.With(M, before, after).Read();
        Assert.That(
            found.Diagnostics.Select(d => d.ToString()),
            Has.Exactly(1).Contain("instrument 'cash', 'own': expected none, for cash earns the risk-free rate")
        );
    }

    private TinyScenario With(string own) => tiny.With(M, Beta, $"beta: {{ name: Beta, kind: fund, exposures: {{ market: 1 }}, {own} }}");
}
