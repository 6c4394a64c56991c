namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>
/// Bad inputs one by one: each is told once, at its place, with what was expected and found, and nothing follows from it.
/// </summary>
internal sealed class BadInputTests
{
    private const string S = "scenario.yaml";
    private const string M = "market.yaml";
    private const string T = "theses/chips.yaml";
    private const string R = "risks.yaml";

    private TinyScenario tiny = null!;

    [SetUp]
    public void Start() => tiny = new TinyScenario();

    [TearDown]
    public void Clear() => tiny.Dispose();

    // scenario.yaml
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
    // cases
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
    // market files
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
    // thesis files
    [TestCase(
        T,
        "2025-12-31: 100",
        "2025-12-31: -100",
        "theses/chips.yaml:7:3: factor 'growth': Expected points above 0, found one at or below it"
    )]
    [TestCase(
        T,
        "2026-12-31: 200, 2027",
        "2026-12-31: 200, 2026",
        "theses/chips.yaml:11:47: duplicate key '2026-12-31' (first at line 11)"
    )]
    [TestCase(
        T,
        "2025-12-31: 100",
        "2026-12-32: 100",
        "theses/chips.yaml:11:13: factor 'growth', 'path': expected a date such as 2026-12-31, found '2026-12-32'"
    )]
    [TestCase(T, "who: chips", "who: market", "theses/chips.yaml:16:18: exposure 'makers', 'who': unknown instrument or group 'market'")]
    [TestCase(
        T,
        "size: 0.3, claim: size",
        "size: 0.3, claim: sizes",
        "theses/chips.yaml:16:59: exposure 'makers', 'claim': in thesis 'chips': unknown claim 'sizes' (did you mean 'size'?)"
    )]
    [TestCase(
        T,
        "{ alpha: 0.6, beta: 0.4 }",
        "{ alpha: 0.6, beta: 0.3 }",
        "theses/chips.yaml:18:91: recommendation 'buy-alpha', 'targets': expected weights that add to 1, found 0.9"
    )]
    [TestCase(
        T,
        "{ alpha: 0.6, beta: 0.4 }",
        "{ alpha: 0.6, betta: 0.4 }",
        "theses/chips.yaml:18:105: recommendation 'buy-alpha', 'targets': unknown instrument 'betta' (did you mean 'beta'?)"
    )]
    [TestCase(
        T,
        "verb: invest",
        "verb: invst",
        "theses/chips.yaml:18:74: recommendation 'buy-alpha', 'verb': unknown verb 'invst' (did you mean 'invest'?)"
    )]
    [TestCase(
        T,
        "from: 1m",
        "from: 3m",
        "theses/chips.yaml:19:100: recommendation 'cut-beta', 'from': expected an end after the start 2026-05-06, found 2026-05-06"
    )]
    [TestCase(
        T,
        "date: 2026-12-31",
        "date: 9999-12-31",
        "theses/chips.yaml:23:47: prediction 'double', 'date': expected a date at most 200 years after the as-of date 2026-02-06, "
            + "found 9999-12-31"
    )]
    [TestCase(
        T,
        "2025-12-31: 100",
        "2025-12-31: 1e300",
        "theses/chips.yaml:11:25: factor 'growth', 'path', '2025-12-31': expected a number, found '1e300' (numbers are at most 1E+18 "
            + "in size)"
    )]
    [TestCase(
        T,
        "date: 2026-12-31",
        "date: 2026-01-31",
        "theses/chips.yaml:23:47: prediction 'double', 'date': expected a date after the as-of date 2026-02-06, found 2026-01-31"
    )]
    [TestCase(
        T,
        "{ factor: growth, above: 200 }",
        "{ factor: growth }",
        "theses/chips.yaml:23:65: prediction 'double', 'when': expected exactly one of above and below, found neither"
    )]
    [TestCase(
        T,
        "{ factor: growth, above: 200 }",
        "{ factr: growth, above: 200 }",
        "theses/chips.yaml:23:67: prediction 'double', 'when': unknown key 'factr' (did you mean 'factor'?)"
    )]
    [TestCase(
        T,
        "ratio: [growth, market]",
        "ratio: [growth]",
        "theses/chips.yaml:24:77: prediction 'both', 'when', 'all.0', 'ratio': expected two factors, found 1"
    )]
    [TestCase(
        T,
        "company: start-up",
        "company: alpha",
        "theses/chips.yaml:30:43: deal 'purchase', 'exit', 'company': expected a private company, found 'alpha', which is none"
    )]
    [TestCase(
        T,
        "growth: [100, 200]",
        "growth: [100]",
        "theses/chips.yaml:33:64: check 'sum', 'growth': expected [from, to], found 1 figures"
    )]
    [TestCase(
        T,
        "address: \"https://example.org/chips\"",
        "address: \"javascript:alert(1)\"",
        "theses/chips.yaml:1:77: thesis 'chips', 'article', 'address': expected an address that begins with http:// or https://, found "
            + "'javascript:alert(1)'"
    )]
    [TestCase(
        T,
        "line: 4",
        "line: 0",
        "theses/chips.yaml:4:17: claim 'size', 'line': expected a whole number from 1 to 1000000, found '0'"
    )]
    // risk files
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
    [TestCase(R, "event: purchase", "event: talk", "risks.yaml:13:25: risk 'crash', 'triggers.0', 'event': unknown risk 'talk'")]
    [TestCase(R, "claims: chips/size", "claims: size", "risks.yaml:5:13: risk 'crash', 'claims': expected thesis/claim, found 'size'")]
    public void One_error_is_told_once_at_its_place(string file, string before, string after, string error) =>
        Assert.That(tiny.With(file, before, after).Errors(), Is.EqualTo([error]));

    [Test]
    public void An_unknown_id_in_another_file_names_the_near_one() =>
        Assert.That(
            tiny.With(T, "factor: growth, size: 0.3", "factor: grwoth, size: 0.3").Errors(),
            Is.EqualTo(["theses/chips.yaml:16:33: exposure 'makers', 'factor': unknown factor 'grwoth' (did you mean 'growth'?)"])
        );

    [Test]
    public void The_same_id_in_two_files_is_a_duplicate() =>
        Assert.That(
            tiny.With(T, "  growth:\n", "  mood:\n")
                .With(T, "factor: growth, size", "factor: mood, size")
                .With(T, "factor: growth, above: 200", "factor: mood, above: 200")
                .With(T, "ratio: [growth, market]", "ratio: [mood, market]")
                .With(T, "factor: growth, at", "factor: mood, at")
                .With(S, "correlations.market.growth", "correlations.market.mood")
                .Errors(),
            Is.EqualTo(["theses/chips.yaml:7:3: duplicate factor, instrument or group id 'mood' (first at market.yaml:10:3)"])
        );

    [Test]
    public void A_file_that_is_no_yaml_brings_no_complaints_from_others() =>
        Assert.That(
            tiny.WithFile(M, "factors:\n  a: b: c\n").Errors(),
            Is.EqualTo(["market.yaml:2:7: not valid YAML: while scanning a plain scalar value, found invalid mapping"])
        );

    [Test]
    public void A_missing_file_brings_no_complaints_from_others() =>
        Assert.That(
            tiny.Without(T).Errors(),
            Is.EqualTo(["scenario.yaml:10:10: scenario, 'theses': the file 'theses/chips.yaml' does not exist"])
        );

    [Test]
    public void A_missing_scenario_is_told()
    {
        var nowhere = Path.Combine(tiny.Folder, "nowhere");
        var result = ScenarioReader.Read(nowhere, new ReadOptions { Kinds = TestKind.Catalogue });
        Assert.That(
            result.Errors.Single().ToString(),
            Is.EqualTo($"{nowhere}: error: expected a scenario folder or its scenario.yaml, found nothing there")
        );
    }

    [Test]
    public void A_folder_without_a_scenario_file_is_told()
    {
        Directory.CreateDirectory(tiny.Folder);
        var result = ScenarioReader.Read(tiny.Folder, new ReadOptions { Kinds = TestKind.Catalogue });
        Assert.That(
            result.Errors.Single().ToString(),
            Is.EqualTo($"{tiny.Folder}: error: scenario: the file 'scenario.yaml' does not exist")
        );
    }

    [TestCase("", "portfolios/core.csv: the file is empty: expected a header (instrument, quantity, price, currency) and positions")]
    [TestCase(
        "instrument,quantity,price,currency\n",
        "portfolios/core.csv: the portfolio has no positions: expected at least one row below the header"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalhpa,1,1,USD\n",
        "portfolios/core.csv:2:1: instrument: unknown instrument 'alhpa' (did you mean 'alpha'?)"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,1,1,EUR\n",
        "portfolios/core.csv:2:11: currency: expected USD, the scenario's currency, found 'EUR'; what is quoted in another one is priced by "
            + "the kind 'foreign'"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,1e300,1,USD\n",
        "portfolios/core.csv:2:7: quantity: expected a number above 0, found '1e300' (numbers are at most 1E+18 in size)"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,1e-200,1e-200,USD\n",
        "portfolios/core.csv:2:1: expected a position whose quantity times price is above 0, found 1E-200 times 1E-200, which is too "
            + "small for a number"
    )]
    [TestCase(
        "instrument,quantity,currency\nalpha,1,USD\n",
        "portfolios/core.csv:1:1: the column 'price' is missing: expected instrument, quantity, price, currency, found 'instrument', "
            + "'quantity', 'currency'"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,\"1,234\",1,USD\n",
        "portfolios/core.csv:2:7: quantity: expected a number above 0, found '1,234', which may mean 1234 or 1.234: write 1234 or 1.234"
    )]
    public void A_bad_portfolio_is_told(string text, string error) =>
        Assert.That(tiny.WithFile("portfolios/core.csv", text).Errors(), Is.EqualTo([error]));

    [TestCase("\uFEFFinstrument,quantity,price,currency\nalpha,1000,2.5,USD\n")]
    [TestCase("instrument;quantity;price;currency\r\nalpha;1000;2,5;USD\r\n")]
    [TestCase("instrument,quantity,price,currency\nalpha,\"1,000.0\",2.5,USD\n")]
    public void A_portfolio_as_brokers_write_it_is_read(string text)
    {
        var portfolio = tiny.WithFile("portfolios/core.csv", text).Read().Scenario!.Base.Model.Portfolios[0];
        Assert.That(portfolio.Value, Is.EqualTo(2500));
    }

    [TestCase(
        "risks.crash.probability=2",
        "--set risks.crash.probability=2: risk 'crash', 'probability': expected a number of 0 or more and below 1, found '2'"
    )]
    [TestCase(
        "factors.market.volatilty=0.2",
        "--set factors.market.volatilty=0.2: factor 'market': unknown key 'volatilty' (did you mean 'volatility'?)"
    )]
    [TestCase("market=other.yaml", "--set market=other.yaml: 'market': 'market' cannot be set")]
    public void A_bad_setting_is_told_at_the_option(string setting, string error) => Assert.That(tiny.Errors(setting), Is.EqualTo([error]));

    [Test]
    public void All_errors_of_all_files_come_out_at_once()
    {
        tiny.With(S, "short: 3m", "short: soon")
            .With(S, "risks.crash.probability: 0.6", "risks.crash.probability: high")
            .With(M, "volatility: 0.16", "volatility: -0.16")
            .With(M, "groups: [chips]", "groups: [chip]")
            .With(T, "verb: invest", "verb: invst")
            .With(T, "factor: growth, above: 200", "factor: grwth, above: 200")
            .With(R, "within: 2y", "within: 2 years")
            .WithFile("portfolios/core.csv", "instrument,quantity,price,currency\nalpha,-1,x,USD\n")
            .WithFile("portfolios/wide.csv", "instrument,quantity,currency\nbeta,1,USD\n");
        Assert.That(
            tiny.Errors("costs=9"),
            Is.EqualTo([
                "--set costs=9: scenario, 'costs': expected a number from 0 to 0.2, found '9'",
                "market.yaml:7:17: factor 'market', 'volatility': expected a number from 0 to 5, found '-0.16'",
                "market.yaml:22:14: instrument 'alpha', 'groups': unknown group 'chip' (did you mean 'chips'?)",
                "portfolios/core.csv:2:7: quantity: expected a number above 0, found '-1'; short positions are not supported",
                "portfolios/core.csv:2:10: price: expected a number above 0, found 'x'",
                "portfolios/wide.csv:1:1: the column 'price' is missing: expected instrument, quantity, price, currency, found "
                    + "'instrument', 'quantity', 'currency'",
                "risks.yaml:7:13: risk 'crash', 'within': expected a tenor above 0 such as 10d, 6w, 3m or 2y, found '2 years'",
                "scenario.yaml:4:20: horizon 'short': expected a tenor above 0 such as 10d, 6w, 3m or 2y, found 'soon'",
                "scenario.yaml:20:32: risk 'crash', 'probability': expected a number of 0 or more and below 1, found 'high'",
                "theses/chips.yaml:18:74: recommendation 'buy-alpha', 'verb': unknown verb 'invst' (did you mean 'invest'?)",
                "theses/chips.yaml:23:75: prediction 'double', 'when', 'factor': unknown factor 'grwth' (did you mean 'growth'?)",
            ])
        );
    }
}
