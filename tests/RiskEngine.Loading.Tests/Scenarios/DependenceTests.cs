using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>How files say that factors hang together: copula, groups of correlations, states, histories.</summary>
public sealed class DependenceTests
{
    private const string Mood = "mood: { name: Mood, kind: ornstein-uhlenbeck, start: 0, mean: 0, halfLife: 1, volatility: 0.1 }";

    private const string Weather = """
          weather:
                name: Weather
                kind: switching
                states:
                  fair: { to: { storm: 0.5 } }
                  storm:
                    { to: { fair: 3 }, drift: { market: -0.2 }, volatility: { market: 1.8, mood: 0.5 },
                    correlation: { on: [market, growth], size: 0.4 } }
                source: { states.storm.to.fair: { judgement: four months }, all: { judgement: felt } }
        """;

    private const string Past = """
          shares: { name: Shares, kind: bootstrap, history: past }
          gold: { name: Gold, kind: bootstrap, history: past, column: "XAU gold", onFailure: drop }
            histories:
              past: { file: histories/past.csv, blockLength: 6, source: { judgement: half a year } }
        """;

    [Test]
    public void Without_a_word_on_it_the_copula_is_gaussian()
    {
        using var tiny = new TinyScenario();
        Assert.That(tiny.Read().Scenario!.Base.Model.Copula.DegreesOfFreedom, Is.Null);
    }

    [Test]
    public void A_student_copula_has_degrees_of_freedom_that_a_case_may_change()
    {
        using var tiny = new TinyScenario()
            .With("scenario.yaml", "riskFreeRate: 0.04", "riskFreeRate: 0.04\ncopula: { degreesOfFreedom: 4 }")
            .With("scenario.yaml", "risks.crash.probability: 0.6", "copula.degreesOfFreedom: 3");
        var scenario = tiny.Read().Scenario!;
        Assert.That(scenario.Cases.Select(c => c.Model.Copula.DegreesOfFreedom), Is.EqualTo(new[] { 4, 3 }));
        Assert.That(scenario.Ledger.Select(l => l.Path), Does.Contain("copula.degreesOfFreedom"));
    }

    [Test]
    public void Groups_give_the_pairs_that_are_not_named()
    {
        using var tiny = WithGroups("risky: { factors: [market, growth, mood], within: 0.2 }");
        var pairs = tiny.Read().Scenario!.Base.Model.Correlations.ToDictionary(c => (c.First.Value, c.Second.Value), c => c.Value);
        Assert.That(
            pairs,
            Is.EquivalentTo(
                new Dictionary<(string, string), double>
                {
                    [("market", "mood")] = 0.4,
                    [("growth", "market")] = 0.2,
                    [("growth", "mood")] = 0.2,
                }
            )
        );
    }

    [Test]
    public void Groups_give_the_pairs_between_them()
    {
        using var tiny = WithGroups("soft: { factors: mood, with: { hard: -0.3 } }\n  hard: { factors: [growth] }");
        var pairs = tiny.Read("correlationGroups.soft.with.hard=-0.1").Scenario!.Base.Model.Correlations;
        Assert.That(pairs.Single(c => c.First.Value == "mood").Value, Is.EqualTo(-0.1));
    }

    [Test]
    public void Groups_that_contradict_each_other_are_errors()
    {
        using var tiny = WithGroups(
            "one: { factors: [market, growth], within: 0.2 }\n  two: { factors: [growth, market], within: 0.3 }\n  three: { factors: "
                + "[nobody], with: { three: 0.1, four: 0.1 } }"
        );
        var errors = tiny.Errors();
        Assert.That(
            errors,
            Has.Exactly(1)
                .Contains("correlation group 'two': expected one correlation of 'growth' and 'market', found 0.2 (group 'one') and 0.3")
        );
        Assert.That(errors, Has.Exactly(1).Contains("correlation group 'three', 'factors': unknown factor 'nobody'"));
        Assert.That(errors, Has.Exactly(1).Contains("expected another group, found the group itself"));
        Assert.That(errors, Has.Exactly(1).Contains("unknown correlation group 'four'"));
    }

    [Test]
    public void States_are_read_whole()
    {
        using var tiny = WithFactors(Weather);
        var scenario = tiny.Read("factors.weather.states.storm.volatility.market=2").Scenario!;
        var regimes = scenario.Base.Model.Factors.Single(f => f.Id.Value == "weather").Regimes!;
        var storm = regimes.States[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(regimes.States.Select(s => s.Id), Is.EqualTo(new[] { "fair", "storm" }));
            Assert.That(regimes.Transitions, Is.EqualTo(new[] { 0, 0.5, 3, 0 }));
            Assert.That(regimes.PeriodYears, Is.Null);
            Assert.That(regimes.Start, Is.Empty);
            Assert.That(storm.Drift.Single(), Is.EqualTo(KeyValuePair.Create(new Id<Abstractions.Factors.RiskFactor>("market"), -0.2)));
            Assert.That(storm.Volatility.Values, Is.EqualTo(new[] { 2, 0.5 }));
            Assert.That(storm.Correlation.Single().Factors.Select(f => f.Value), Is.EqualTo(new[] { "market", "growth" }));
            Assert.That(storm.Correlation.Single().Change, Is.EqualTo(0.4));
            Assert.That(scenario.Ledger.Count(l => l.Path.StartsWith("factors.weather.states", StringComparison.Ordinal)), Is.EqualTo(6));
        }
    }

    [TestCase("start: storm", new[] { 0.0, 1.0 })]
    [TestCase("start: { fair: 0.9, storm: 0.1 }", new[] { 0.9, 0.1 })]
    public void A_start_is_a_state_or_a_probability_of_each(string start, double[] expected)
    {
        using var tiny = WithFactors(
            Weather.Replace("kind: switching", $"kind: switching\n        {start}\n        period: 1m").Replace("fair: 3", "fair: 0.3")
        );
        var regimes = tiny.Read().Scenario!.Base.Model.Factors.Single(f => f.Id.Value == "weather").Regimes!;
        Assert.That(regimes.Start, Is.EqualTo(expected));
        Assert.That(regimes.PeriodYears, Is.EqualTo(1.0 / 12));
    }

    [TestCase("to: { storm: 0.5 }", "to: { strom: 0.5 }", "state 'fair', 'to': unknown state 'strom' (did you mean 'storm'?)")]
    [TestCase("to: { storm: 0.5 }", "to: { fair: 0.5 }", "state 'fair', 'to': expected other states, found the state itself")]
    [TestCase("to: { storm: 0.5 }", "to: { storm: -1 }", "'to', 'storm': expected a number from 0 to 1000, found '-1'")]
    [TestCase("drift: { market: -0.2 }", "drift: { markt: -0.2 }", "unknown factor 'markt'")]
    [TestCase("size: 0.4", "size: 1", "expected a number above -1 and below 1, found '1'")]
    [TestCase("on: [market, growth]", "on: market", "expected two factors or more, found 1")]
    [TestCase(
        "kind: switching",
        "kind: switching\n        start: { fair: 0.5, storm: 0.4 }",
        "'start': expected probabilities that add to 1, found 0.9"
    )]
    [TestCase("kind: switching", "kind: switching\n        period: 1m", "'to', 'fair': expected a number from 0 to 1, found '3'")]
    public void States_that_make_no_sense_are_errors(string before, string after, string error)
    {
        using var tiny = WithFactors(Weather.Replace(before, after));
        Assert.That(tiny.Errors(), Has.Exactly(1).Contains(error));
    }

    [Test]
    public void Factors_of_a_history_take_their_columns()
    {
        using var tiny = WithFactors(Past)
            .WithFile(
                "histories/past.csv",
                "date,shares,XAU gold\n2024-01-31,100,2000\n2024-02-29,110,\n2024-03-31,121,1900\n2025-01-31,100,2090\n"
            );
        var result = tiny.Read();
        var factors = result.Scenario!.Base.Model.Factors;
        var (shares, gold) = (factors.Single(f => f.Id.Value == "shares").History!, factors.Single(f => f.Id.Value == "gold"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shares.History, Is.EqualTo("past"));
            Assert.That(shares.BlockLength, Is.EqualTo(6));
            Assert.That(shares.LogReturns, Is.EqualTo(new[] { Math.Log(1.21), Math.Log(100.0 / 121) }).Within(1e-15));
            Assert.That(gold.History!.LogReturns, Is.EqualTo(new[] { Math.Log(0.95), Math.Log(1.1) }).Within(1e-15));

            // Two returns over 366 days.
            Assert.That(shares.RowsPerYear, Is.EqualTo(2 * 365.0 / 366).Within(1e-12));
            Assert.That(gold.DropOnFailure, Is.True);
            Assert.That(
                result.Scenario.Notices.Select(n => n.ToString()),
                Has.Exactly(1).EqualTo("histories/past.csv:1:1: notice: 1 of 4 rows have a blank and are left out")
            );
            Assert.That(result.Scenario.Inputs.Select(i => i.Path), Does.Contain("histories/past.csv"));
        }
    }

    [Test]
    public void A_history_may_hold_returns()
    {
        using var tiny = WithFactors(Past.Replace("blockLength: 6", "blockLength: 1, contains: returns"))
            .WithFile("histories/past.csv", "date,shares,XAU gold\n2024-01-31,0.01,-0.5\n2024-02-29,-0.02,1\n2024-03-31,0.03,0\n");
        var history = tiny.Read().Scenario!.Base.Model.Factors.Single(f => f.Id.Value == "gold").History!;
        Assert.That(history.LogReturns, Is.EqualTo(new[] { Math.Log(0.5), Math.Log(2), 0 }).Within(1e-15));
        Assert.That(history.RowsPerYear, Is.EqualTo(2 * 365.0 / 60).Within(1e-12));
    }

    [TestCase("histories/past.csv", "../past.csv", "'../past.csv' lies outside the scenario folder")]
    [TestCase("histories/past.csv", "histories/none.csv", "the file 'histories/none.csv' does not exist")]
    [TestCase("blockLength: 6", "blockLength: 0.5", "'blockLength': expected a number from 1 to 10000, found '0.5'")]
    [TestCase("XAU gold", "XAU", "factor 'gold': expected a column of the history 'past' (shares, XAU gold), found 'XAU'")]
    [TestCase("history: past, column", "history: passed, column", "factor 'gold', 'history': unknown history 'passed'")]
    [TestCase("onFailure: drop", "onFailure: ignore", "expected one of stop, drop, found 'ignore'")]
    public void Histories_that_cannot_be_used_are_errors(string before, string after, string error)
    {
        using var tiny = WithFactors(Past.Replace(before, after))
            .WithFile("histories/past.csv", "date,shares,XAU gold\n2024-01-31,100,2000\n2024-02-29,110,2100\n2024-03-31,121,1900\n");
        Assert.That(tiny.Errors(), Has.Exactly(1).Contains(error));
    }

    [Test]
    public void Bad_cells_of_a_history_are_shown_where_they_stand()
    {
        using var tiny = WithFactors(Past.Replace("blockLength: 6", "blockLength: 6, contains: returns"))
            .WithFile("histories/past.csv", "date,shares,XAU gold\n2024-01-31,-1.5,0\n2024-02-29,0.1,0\n");
        Assert.That(
            tiny.Errors(),
            Has.Exactly(1)
                .EqualTo(
                    "histories/past.csv:2:12: shares: expected a return above -1 such as -0.0123, or nothing where there is none, "
                        + "found '-1.5'"
                )
        );
    }

    private static TinyScenario WithGroups(string groups) =>
        new TinyScenario().With("market.yaml", "groups:\n", $"correlationGroups:\n  {groups}\ngroups:\n");

    private static TinyScenario WithFactors(string factors) =>
        new TinyScenario().With("market.yaml", Mood, $"{Mood}\n  {factors.Replace("\n    ", "\n").Trim()}");
}
