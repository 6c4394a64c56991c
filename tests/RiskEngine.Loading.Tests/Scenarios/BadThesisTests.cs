namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Bad thesis files one by one: each is told once, at its place, and nothing follows from it.</summary>
internal sealed class BadThesisTests : BadInputs
{
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
    public void One_error_is_told_once_at_its_place(string file, string before, string after, string error) =>
        Assert.That(tiny.With(file, before, after).Errors(), Is.EqualTo([error]));
}
