namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Bad keys of scenario.yaml one by one: each is told once, at its place, and nothing follows from it.</summary>
internal sealed class BadScenarioTests : BadInputs
{
    [TestCase(
        S,
        "market: market.yaml",
        "market: markt.yaml",
        "scenario.yaml:9:9: scenario, 'market': the file 'markt.yaml' does not exist (did you mean 'market.yaml'?)"
    )]
    [TestCase(
        S,
        "market: market.yaml",
        "market: ../market.yaml",
        "scenario.yaml:9:9: scenario, 'market': '../market.yaml' lies outside the scenario folder; every file of a scenario lies inside it"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nid: backtests",
        "scenario.yaml:4:5: scenario: expected an id other than 'backtests', below which the reports of backtests go: give the key 'id'"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: dollars",
        "scenario.yaml:3:11: scenario, 'currency': expected three capital letters such as USD, found 'dollars'"
    )]
    [TestCase(
        S,
        "asOf: 2026-02-06",
        "asOf: 6.2.2026",
        "scenario.yaml:2:7: scenario, 'asOf': expected a date such as 2026-02-06, found '6.2.2026'"
    )]
    [TestCase(
        S,
        "short: 3m",
        "short: -3m",
        "scenario.yaml:4:20: horizon 'short': expected a tenor above 0 such as 10d, 6w, 3m or 2y, found '-3m'"
    )]
    [TestCase(
        S,
        "short: 3m",
        "short: 12m",
        "scenario.yaml:4:33: horizon 'medium': expected a date of its own, found 2027-02-06, which is 'short' too"
    )]
    [TestCase(
        S,
        "paths: 2000",
        "paths: 10",
        "scenario.yaml:5:22: scenario, 'simulation', 'paths': expected a whole number from 1000 to 100000000, found '10'"
    )]
    [TestCase(
        S,
        "seed: 18446744073709551615",
        "seed: -1",
        "scenario.yaml:5:44: scenario, 'simulation', 'seed': expected a whole number from 0 to 18446744073709551615, found '-1'"
    )]
    [TestCase(
        S,
        "riskFreeRate: 0.04",
        "riskFreeRat: 0.04",
        "scenario.yaml:6:1: scenario: unknown key 'riskFreeRat' (did you mean 'riskFreeRate'?)"
    )]
    [TestCase(
        S,
        "riskFreeRate: 0.04",
        "riskFreeRate: 4",
        "scenario.yaml:6:15: scenario, 'riskFreeRate': expected a number from -0.05 to 0.5, found '4'"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nid: ../x",
        "scenario.yaml:4:5: scenario id: expected words of a-z and 0-9 joined by '-' or '.', at most 64 characters, found '../x' (did "
            + "you mean 'x'?)"
    )]
    [TestCase(
        S,
        "measure: es95",
        "measure: es59",
        "scenario.yaml:24:16: limit 0, 'measure': expected one of es95, mean, found 'es59' (did you mean 'es95'?)"
    )]
    [TestCase(
        S,
        "portfolio: core",
        "portfolio: cores",
        "scenario.yaml:24:50: limit 0, 'portfolio': unknown portfolio 'cores' (did you mean 'core'?)"
    )]
    [TestCase(
        S,
        "below: 0.5",
        "below: 0.5, above: 0.1",
        "scenario.yaml:24:5: limit 0: expected exactly one of below and above, found both"
    )]
    [TestCase(S, "size: 0.1,", "size: 1.1,", "scenario.yaml:8:32: conviction 'invest', 'size': expected a number from 0 to 1, found '1.1'")]
    [TestCase(
        S,
        "  - portfolios/core.csv",
        "  - portfolios/core.csv\n  - portfolios/core.csv",
        "scenario.yaml:14:5: duplicate portfolio id 'core' (first at line 13)"
    )]
    [TestCase(
        S,
        "riskFreeRate: 0.04",
        "riskFreeRate: 0.04\nsummary: \"up\\u202Edown\"",
        "scenario.yaml:7:10: scenario, 'summary': expected a text, found the control character U+202E in it"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nreverseStress: { loss: 1.5 }",
        "scenario.yaml:4:24: scenario, 'reverseStress', 'loss': expected a number above 0 and below 1, found '1.5'"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nreverseStress: { worst: 0.6 }",
        "scenario.yaml:4:25: scenario, 'reverseStress', 'worst': expected a number above 0 and of 0.5 or less, found '0.6'"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nreverseStress: { loss: 0.3, worst: 0.01 }",
        "scenario.yaml:4:16: scenario, 'reverseStress': expected one of loss and worst at most, found both"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nreverseStress: { horizon: medum }",
        "scenario.yaml:4:27: scenario, 'reverseStress', 'horizon': unknown horizon 'medum' (did you mean 'medium'?)"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nreverseStress: { variant: none }",
        "scenario.yaml:4:27: scenario, 'reverseStress', 'variant': expected one of as-held, all, found 'none'"
    )]
    [TestCase(
        S,
        "currency: USD",
        "currency: USD\nreverseStress: { los: 0.3 }",
        "scenario.yaml:4:18: scenario, 'reverseStress': unknown key 'los' (did you mean 'loss'?)"
    )]
    public void One_error_is_told_once_at_its_place(string file, string before, string after, string error) =>
        Assert.That(tiny.With(file, before, after).Errors(), Is.EqualTo([error]));
}
