namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Bad risk files one by one: each is told once, at its place, and nothing follows from it.</summary>
internal sealed class BadRiskTests : BadInputs
{
    [TestCase(
        R,
        "probability: 0.3",
        "probability: 1.3",
        "risks.yaml:6:18: risk 'crash', 'probability': expected a number of 0 or more and below 1, found '1.3'"
    )]
    [TestCase(
        R,
        "probability: 0.3",
        "probablity: 0.3",
        "risks.yaml:6:5: risk 'crash': unknown key 'probablity' (did you mean 'probability'?)"
    )]
    [TestCase(
        R,
        "within: 2y",
        "from: 2026-01-01\n    until: 2027-01-01",
        "risks.yaml:7:11: risk 'crash', 'from': expected the as-of date 2026-02-06 or later, found 2026-01-01"
    )]
    [TestCase(
        R,
        "within: 2y",
        "within: [2y]",
        "risks.yaml:7:13: risk 'crash', 'within': expected a tenor above 0 such as 10d, 6w, 3m or 2y, found a list"
    )]
    [TestCase(
        R,
        "{ uniform: [-0.5, -0.2] }",
        "{ uniform: [-1.5, -0.2] }",
        "risks.yaml:10:55: risk 'crash', 'effects.0', 'size': expected values above -1, found a uniform distribution that reaches -1.5"
    )]
    [TestCase(
        R,
        "on: [chips, beta, market]",
        "on: [chips, mood]",
        "risks.yaml:10:15: risk 'crash', 'effects.0', 'on': expected targets whose size means the same: 'mood' moves by an amount, the "
            + "others by a part; write two effects"
    )]
    [TestCase(
        R,
        "on: [market, mood]",
        "on: [market, alpha]",
        "risks.yaml:11:15: risk 'crash', 'effects.1', 'on': expected factors only, for only they have a correlation that moves, found "
            + "'alpha'"
    )]
    [TestCase(
        R,
        "event: purchase",
        "event: crash",
        "risks.yaml:13:25: risk 'crash', 'triggers.0', 'event': expected another risk, found the risk itself (use recurs for one that "
            + "may come again)"
    )]
    [TestCase(
        R,
        "triggers: [{ event: purchase, hazardMultiple: 0.5, for: 6m }]",
        "excites: [{ event: crash, offspring: 0, halfLife: 6m }]",
        "risks.yaml:13:42: risk 'crash', 'excites.0', 'offspring': expected a number above 0, found '0'"
    )]
    [TestCase(
        R,
        "recurs: true",
        "excites: { event: crash, offspring: 0.5, halfLife: 1m }",
        "risks.yaml:8:23: risk 'crash', 'excites.0', 'event': expected another risk, or 'recurs: true' for one that brings itself about "
            + "again"
    )]
    [TestCase(R, "event: purchase", "event: talk", "risks.yaml:13:25: risk 'crash', 'triggers.0', 'event': unknown risk 'talk'")]
    [TestCase(R, "claims: chips/size", "claims: size", "risks.yaml:5:13: risk 'crash', 'claims': expected thesis/claim, found 'size'")]
    public void One_error_is_told_once_at_its_place(string file, string before, string after, string error) =>
        Assert.That(tiny.With(file, before, after).Errors(), Is.EqualTo([error]));
}
