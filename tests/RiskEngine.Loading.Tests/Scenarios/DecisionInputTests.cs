using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Views, doubt and the optimiser's bounds as scenario files give them: what is read, and where what is wrong is told.</summary>
internal sealed class DecisionInputTests
{
    private const string S = "scenario.yaml";
    private const string Limits = "limits:\n";

    // The tiny scenario with these keys before its limits, which stand in line 23.
    private TinyScenario tiny = null!;

    [SetUp]
    public void Start() => tiny = new TinyScenario();

    [TearDown]
    public void Clear() => tiny.Dispose();

    [Test]
    public void Views_are_read_with_their_claims_and_sources()
    {
        var scenario = tiny.With(
                S,
                Limits,
                """
                views:
                  up:
                    { name: Alpha rises, claims: chips/size, mean: alpha, horizon: short, atLeast: 0.1, confidence: 0.5,
                        source: { article: chips/size } }
                  order: { name: Alpha first, ranking: [alpha, beta] }
                  tail: { name: Wild, es: beta, atMost: 0.4 }
                  doubles: { name: It doubles, probability: double, is: 0.9 }
                  falls: { name: It falls, probability: crash, atMost: 0.1 }
                  together: { name: Together, correlation: [market, growth], is: 0.5 }
                  low: { name: Low, quantile: growth, level: 0.1, is: 90 }
                limits:

                """
            )
            .Read()
            .Scenario!;
        var views = scenario.Views.ToDictionary(v => v.Id.Value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(views.Keys, Is.EqualTo(new[] { "up", "order", "tail", "doubles", "falls", "together", "low" }));
            Assert.That(
                (views["up"].Quantity, views["up"].Bound, views["up"].Target, views["up"].Confidence),
                Is.EqualTo((ViewQuantity.Mean, ViewBound.AtLeast, 0.1, 0.5))
            );
            Assert.That(views["up"].Horizon.Value, Is.EqualTo("short"));
            Assert.That(views["up"].Claims.Single().ToString(), Is.EqualTo("chips/size"));
            Assert.That(views["order"].On, Is.EqualTo(new[] { "alpha", "beta" }));
            Assert.That((views["tail"].Level, views["tail"].Horizon.Value), Is.EqualTo((0.95, "medium")));
            Assert.That(views["doubles"].Quantity, Is.EqualTo(ViewQuantity.Probability));
            Assert.That(scenario.Ledger.Single(a => a.Path == "views.up.atLeast").Source, Is.InstanceOf<FromArticle>());
            Assert.That(scenario.Ledger.Single(a => a.Path == "views.low.level").Source, Is.InstanceOf<NotStated>());
        }
    }

    [Test]
    public void A_view_without_a_horizon_needs_none_where_the_scenario_has_none()
    {
        const string View = "views: { up: { name: Up, mean: alpha, is: 0.1 } }\nlimits:\n";
        var errors = tiny.With(S, "horizons: { short: 3m, medium: { tenor: 12m, name: { en: One year, zh-CN: 一年 } } }\n", "")
            .With(S, Limits, View)
            .Errors();

        Assert.That(errors, Has.Some.Contains("'horizons'").And.None.Contains("views.up"));
    }

    [Test]
    public void Doubt_and_the_optimisers_bounds_are_read()
    {
        var scenario = tiny.With(
                S,
                Limits,
                """
                uncertainty: { radii: [0.01, 0.1], source: { judgement: usual } }
                optimise: { cap: 0.5, caps: { cash: 1 }, points: 5, source: { judgement: mandate } }
                limits:

                """
            )
            .Read()
            .Scenario!;

        Assert.That(scenario.Uncertainty!.Radii, Is.EqualTo(new[] { 0.01, 0.1 }));
        Assert.That((scenario.Optimiser!.Cap, scenario.Optimiser.Points, scenario.Optimiser.UnderViews), Is.EqualTo((0.5, 5, false)));
        Assert.That(scenario.Optimiser.Caps[new("cash")], Is.EqualTo(1));
    }

    [Test]
    public void What_is_not_asked_for_is_absent()
    {
        var scenario = tiny.Read().Scenario!;

        Assert.That(
            (scenario.Views.Count, scenario.Uncertainty, scenario.Optimiser),
            Is.EqualTo((0, (UncertaintySettings?)null, (OptimiserSettings?)null))
        );
    }

    [Test]
    public void A_setting_changes_a_view()
    {
        tiny.With(S, Limits, "views: { up: { name: Up, mean: alpha, is: 0.1 } }\nlimits:\n");

        Assert.That(tiny.Read("views.up.is=0.2").Scenario!.Views[0].Target, Is.EqualTo(0.2));
    }

    [TestCase("mean: alpha", "24:3: view 'up': expected exactly one of is, atLeast, atMost, found none")]
    [TestCase("mean: alpha, is: 0.1, atMost: 0.2", "24:3: view 'up': expected exactly one of is, atLeast, atMost, found is and atMost")]
    [TestCase(
        "is: 0.1",
        "24:3: view 'up': expected exactly one of mean, volatility, quantile, var, es, skewness, kurtosis, "
            + "correlation, ranking, probability, "
            + "found none"
    )]
    [TestCase("mean: alhpa, is: 0.1", "24:25: view 'up', 'mean': unknown factor, instrument or group 'alhpa' (did you mean 'alpha'?)")]
    [TestCase("mean: chips, is: 0.1", "24:25: view 'up', 'mean': expected factors or instruments, found the group 'chips'")]
    [TestCase("volatility: alpha, is: 0", "24:42: view 'up', 'is': expected a number above 0, found '0'")]
    [TestCase("correlation: alpha, is: 0.5", "24:32: view 'up', 'correlation': expected two, found 1")]
    [TestCase("correlation: [alpha, beta], is: 1.5", "24:51: view 'up', 'is': expected a number from -1 to 1, found '1.5'")]
    [TestCase("ranking: [alpha], is: 0", "24:28: view 'up', 'ranking': expected two or more, the best first, found 1")]
    [TestCase("ranking: [alpha, beta], is: 0", "24:47: view 'up', 'is': expected none, for a ranking says all by its order")]
    [TestCase("mean: alpha, level: 0.1, is: 0.1", "24:39: view 'up', 'level': expected it beside quantile, var or es only")]
    [TestCase("quantile: alpha, is: 0.1", "24:3: view 'up': the key 'level' is missing")]
    [TestCase(
        "probability: crsh, is: 0.1",
        "24:32: view 'up', 'probability' (of a prediction, risk or deal): unknown risk 'crsh' (did you mean 'crash'?)"
    )]
    [TestCase(
        "probability: double, horizon: short, is: 0.1",
        "24:49: view 'up', 'horizon': expected none, for the prediction 'double' has a date of its own"
    )]
    [TestCase(
        "mean: alpha, is: 0.1, confidence: 0",
        "24:53: view 'up', 'confidence': expected a number above 0 and of 1 or less, found '0'"
    )]
    [TestCase(
        "mean: alpha, is: 0.1, trust: 0.5",
        "24:41: view 'up': unknown key 'trust'; its keys are name, claims, confidence, horizon, source, mean, volatility, quantile, "
            + "var, es, skewness, kurtosis, correlation, ranking, probability, is, atLeast, atMost, level"
    )]
    public void A_bad_view_is_told_at_its_place(string keys, string error)
    {
        tiny.With(S, Limits, $"views:\n  up: {{ name: Up, {keys} }}\nlimits:\n");

        Assert.That(tiny.Errors().First(), Is.EqualTo($"scenario.yaml:{error}"));
    }

    [TestCase("uncertainty: { radii: [0.1, 0.05] }", "23:29: uncertainty, 'radii': expected rising numbers, found 0.05 after 0.1")]
    [TestCase("uncertainty: { radii: 0 }", "23:23: uncertainty, 'radii': expected a number above 0 and of 5 or less, found '0'")]
    [TestCase(
        "optimise: { cap: 0.2 }",
        "23:18: optimise, 'cap': expected caps that allow a whole portfolio, found 3 instruments with 0.6 together"
    )]
    [TestCase("optimise: { cap: 0.5, under: views }", "23:30: optimise, 'under': expected model, for the scenario has no views")]
    [TestCase("optimise: { cap: 0.5, caps: { gold: 1 } }", "23:31: optimise, 'caps': unknown instrument 'gold'")]
    public void Bad_bounds_are_told_at_their_place(string line, string error)
    {
        tiny.With(S, Limits, $"{line}\nlimits:\n");

        Assert.That(tiny.Errors().First(), Is.EqualTo($"scenario.yaml:{error}"));
    }
}
