namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Bad settings of cases one by one: each is told once, at its place, and nothing follows from it.</summary>
internal sealed class BadCaseTests : BadInputs
{
    [TestCase(
        S,
        "risks.crash.probability: 0.6",
        "factors: {}",
        "scenario.yaml:20:7: 'factors': expected the path of a value in 'factors', found the whole section"
    )]
    [TestCase(
        S,
        "risks.crash.probability: 0.6",
        "correlations: 1",
        "scenario.yaml:20:7: 'correlations': expected the path of a value in 'correlations', found the whole section"
    )]
    [TestCase(
        S,
        "risks.crash.probability: 0.6",
        "risks.crash.probability: 1.6",
        "scenario.yaml:20:32: risk 'crash', 'probability': expected a number of 0 or more and below 1, found '1.6'"
    )]
    [TestCase(
        S,
        "risks.crash.probability: 0.6",
        "risks.crash.probablity: 0.6",
        "scenario.yaml:20:7: risk 'crash': unknown key 'probablity' (did you mean 'probability'?)"
    )]
    [TestCase(
        S,
        "risks.crash.probability: 0.6",
        "risks.crsh.probability: 0.6",
        "scenario.yaml:20:7: 'risks.crsh.probability': 'risks' has no 'crsh' (did you mean 'crash'?)"
    )]
    [TestCase(
        S,
        "risks.crash.probability: 0.6",
        "factors.mood.start: -60",
        "scenario.yaml:17:3: case 'bust': factor 'mood': Expected a mean within 50 of the start (at market.yaml:10:3)"
    )]
    [TestCase(
        S,
        "correlations.market.growth: 0.5",
        "correlations.market.grwth: 0.5",
        "scenario.yaml:21:7: correlations, 'market': unknown factor 'grwth' (did you mean 'growth'?)"
    )]
    [TestCase(
        S,
        "risks.crash.probability: 0.6",
        "simulation.paths: 5000",
        "scenario.yaml:20:7: 'simulation.paths': 'simulation' cannot be set"
    )]
    [TestCase(
        S,
        "base: { name: Base }",
        "base: { set: { costs: 0.01 } }",
        "scenario.yaml:16:16: case 'base', 'set': expected none, for the base case is the scenario as its files say"
    )]
    public void One_error_is_told_once_at_its_place(string file, string before, string after, string error) =>
        Assert.That(tiny.With(file, before, after).Errors(), Is.EqualTo([error]));
}
