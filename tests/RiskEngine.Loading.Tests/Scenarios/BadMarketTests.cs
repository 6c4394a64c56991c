namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Bad market files one by one: each is told once, at its place, and nothing follows from it.</summary>
internal sealed class BadMarketTests : BadInputs
{
    [TestCase(
        M,
        "volatility: 0.16",
        "volatility: -0.16",
        "market.yaml:7:17: factor 'market', 'volatility': expected a number from 0 to 5, found '-0.16'"
    )]
    [TestCase(
        M,
        "volatility: 0.16",
        "volatility: abc",
        "market.yaml:7:17: factor 'market', 'volatility': expected a number from 0 to 5, found 'abc'"
    )]
    [TestCase(
        M,
        "volatility: 0.45",
        "volatility: -1",
        "market.yaml:23:17: instrument 'alpha', 'volatility': expected a number from 0 to 5, found '-1'"
    )]
    [TestCase(
        M,
        "kind: geometric-brownian",
        "kind: geometric-browning",
        "market.yaml:6:11: factor 'market', 'kind': expected one of bootstrap, forecast-path, geometric-brownian, ornstein-uhlenbeck, "
            + "switching, found 'geometric-browning' (did you mean 'geometric-brownian'?)"
    )]
    [TestCase(
        M,
        "{ mood: 0.4 }",
        "{ mood: 1.4 }",
        "market.yaml:12:19: correlations, 'market', 'mood': expected a number from -1 to 1, found '1.4'"
    )]
    [TestCase(M, "{ mood: 0.4 }", "{ mod: 0.4 }", "market.yaml:12:13: correlations, 'market': unknown factor 'mod' (did you mean 'mood'?)")]
    [TestCase(
        M,
        "{ mood: 0.4 }",
        "{ mood: 0.4 }\n  mood: { market: 0.3 }",
        "market.yaml:13:11: correlations: the pair 'mood' and 'market' stands twice"
    )]
    [TestCase(
        M,
        "empty: { name: Nobody }",
        "market: { name: Nobody }",
        "market.yaml:16:3: duplicate factor, instrument or group id 'market' (first at line 4)"
    )]
    [TestCase(
        M,
        "kind: cash }",
        "kind: cash }\n  alpha: { name: Again, kind: cash }",
        "market.yaml:28:3: duplicate key 'alpha' (first at line 18)"
    )]
    [TestCase(
        M,
        "exposures: { market: 1 }",
        "exposures: { markt: 1 }",
        "market.yaml:26:65: instrument 'beta', 'exposures': unknown factor 'markt' (did you mean 'market'?)"
    )]
    [TestCase(
        M,
        "groups: [chips]",
        "groups: [chip]",
        "market.yaml:22:14: instrument 'alpha', 'groups': unknown group 'chip' (did you mean 'chips'?)"
    )]
    [TestCase(
        M,
        "kind: cash",
        "kind: cash, volatility: 0.1",
        "market.yaml:27:47: instrument 'cash', 'volatility': expected none, for cash earns the risk-free rate and nothing else moves it"
    )]
    [TestCase(
        M,
        "probability: 0.3",
        "probability: 1",
        "market.yaml:34:31: instrument 'start-up', 'exits', 'listing', 'probability': expected a number of 0 or more and below 1, found '1'"
    )]
    [TestCase(
        M,
        "{ calibrated: daily }, premium",
        "{ calibrated: dayly }, premium",
        "market.yaml:9:41: factor 'market', 'source', 'volatility', 'calibrated': unknown calibration 'dayly' (did you mean 'daily'?)"
    )]
    [TestCase(
        M,
        "{ calibrated: daily }, premium",
        "{ calibrated: daily, standardError: -1 }, premium",
        "market.yaml:9:63: factor 'market', 'source', 'volatility', 'standardError': expected a number of 0 or more, found '-1'"
    )]
    [TestCase(
        M,
        "premium: { judgement: surveys }",
        "premium: { judgement: surveys, standardError: 0.01 }",
        "market.yaml:9:96: factor 'market', 'source', 'premium', 'standardError': expected it beside 'calibrated' only: what was not "
            + "estimated has no standard error"
    )]
    [TestCase(
        M,
        "premium: { judgement: surveys }",
        "premum: { judgement: surveys }",
        "market.yaml:9:50: factor 'market', 'source': 'premum' names no number of this item; expected one of its keys, 'all', or a "
            + "single source (article, calibrated, judgement)"
    )]
    public void One_error_is_told_once_at_its_place(string file, string before, string after, string error) =>
        Assert.That(tiny.With(file, before, after).Errors(), Is.EqualTo([error]));
}
