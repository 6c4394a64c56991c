using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Instruments whose keys are the terms of a pricing kind.</summary>
internal sealed class PricedInstrumentTests
{
    private const string M = "market.yaml";

    private const string Line =
        "  o: { name: O, kind: option, type: put, underlying: alpha, strike: 90, expiry: 2026-09-18, impliedVolatility: mood }\n";

    private TinyScenario tiny = null!;

    [SetUp]
    public void Start() => tiny = new TinyScenario();

    [TearDown]
    public void Clear() => tiny.Dispose();

    [Test]
    public void Terms_are_read_and_what_is_left_out_takes_its_default()
    {
        var instrument = With(Line).Read().Scenario!.Base.Model.Instruments.Single(i => i.Id.Value == "o");
        Assert.That(instrument.Kind, Is.EqualTo(InstrumentKind.Priced));
        var (kind, terms) = instrument.Pricing!;
        Assert.That(kind.Name, Is.EqualTo("option"));
        Assert.That(terms.Numbers, Is.EqualTo(new Dictionary<string, double> { ["strike"] = 90, ["yield"] = 0.01 }));
        Assert.That(terms.Words, Is.EqualTo(new Dictionary<string, string> { ["type"] = "put", ["style"] = "european" }));
        Assert.That(terms.Date("expiry"), Is.EqualTo(new DateOnly(2026, 9, 18)));
        Assert.That(terms.Factor("impliedVolatility").Value, Is.EqualTo("mood"));
        Assert.That(terms.Instruments, Is.EqualTo(new Dictionary<string, Id<Instrument>> { ["underlying"] = new("alpha") }));
        Assert.That(
            () => terms.Number("size"),
            Throws.ArgumentException.With.Message.StartsWith("Expected a number 'size' among the terms, found strike, yield.")
        );
    }

    [Test]
    public void A_setting_reaches_a_term_and_the_ledger_has_it()
    {
        var scenario = With(Line).Read("instruments.o.strike=80").Scenario!;
        Assert.That(scenario.Base.Model.Instruments.Single(i => i.Id.Value == "o").Pricing!.Terms.Number("strike"), Is.EqualTo(80));
        Assert.That(
            scenario.Ledger.Where(a => a.Path.StartsWith("instruments.o.", StringComparison.Ordinal)).Select(a => (a.Path, a.Value)),
            Is.EqualTo(new[] { ("instruments.o.strike", "80") })
        );
    }

    [TestCase(
        "type: put",
        "type: puts",
        "market.yaml:27:37: instrument 'o', 'type': expected one of call, put, found 'puts' (did you mean 'put'?)"
    )]
    [TestCase(
        "underlying: alpha",
        "underlying: alhpa",
        "market.yaml:27:54: instrument 'o', 'underlying': unknown instrument 'alhpa' (did you mean 'alpha'?)"
    )]
    [TestCase("strike: 90", "strike: 0", "market.yaml:27:69: instrument 'o', 'strike': expected a number above 0, found '0'")]
    [TestCase("strike: 90, ", "", "market.yaml:27:3: instrument 'o': the key 'strike' is missing")]
    [TestCase(
        "2026-09-18",
        "2026-02-06",
        "market.yaml:27:81: instrument 'o', 'expiry': expected a date after the as-of date 2026-02-06, found 2026-02-06"
    )]
    [TestCase("mood }", "nood }", "market.yaml:27:112: instrument 'o', 'impliedVolatility': unknown factor 'nood' (did you mean 'mood'?)")]
    [TestCase(
        "type: put",
        "exposures: { market: 1 }, type: put",
        "market.yaml:27:42: instrument 'o', 'exposures': expected none, for an instrument of kind 'option' moves with what it is "
            + "priced from"
    )]
    [TestCase(
        "type: put",
        "groups: chips, type: put",
        "market.yaml:27:39: instrument 'o', 'groups': expected none, for an instrument of kind 'option' moves with what it is priced from"
    )]
    [TestCase("strike:", "strik:", "market.yaml:27:61: instrument 'o': unknown key 'strik' (did you mean 'strike'?)")]
    [TestCase(
        "kind: option",
        "kind: optoin",
        "market.yaml:27:23: instrument 'o', 'kind': expected one of equity, fund, cash, private, option, found 'optoin' (did you mean "
            + "'option'?)"
    )]
    public void A_bad_term_is_told_at_its_place(string before, string after, string error) =>
        Assert.That(With(Line.Replace(before, after, StringComparison.Ordinal)).Errors(), Is.EqualTo([error]));

    [Test]
    public void An_article_s_exposure_does_not_reach_it() =>
        Assert.That(
            With(Line).With("theses/chips.yaml", "who: chips", "who: o").Errors(),
            Is.EqualTo([
                "theses/chips.yaml:16:18: exposure 'makers', 'who': expected a group or an instrument that moves by exposures, found "
                    + "'o' of kind 'option', which is priced from others",
            ])
        );

    private TinyScenario With(string line) => tiny.With(M, "  cash: {", line + "  cash: {");
}
