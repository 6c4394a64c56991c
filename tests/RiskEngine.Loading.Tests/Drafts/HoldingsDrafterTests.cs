using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Loading.Tests.Drafts;

public sealed class HoldingsDrafterTests
{
    private static readonly ReferenceMarket market = ReferenceMarket.Read();

    private static readonly SecurityList securities = new([
        Share("acme", "ACME", "US", "technology", "mega"),
        Share("nippon", "1234.T", "JP", "semiconductors", "large"),
        Share("new", "NEWX", "US", "technology", "mid") with
        {
            Listed = new DateOnly(2026, 5, 1),
        },
        new Security
        {
            Id = "spy",
            Kind = SecurityKind.Fund,
            Name = "S&P 500",
            Symbols = ["SPY"],
            Sector = "us-equity",
        },
    ]);

    [Test]
    public void Share_has_its_sectors_risk_and_own_risk_by_size()
    {
        var instrument = Draft(out _, Holding("ACME"))!.Scenario.Instruments.Single();
        var (sector, own) = (market.Factors["technology"].Volatility, market.OwnRisks["mega"].Volatility);
        Assert.Multiple(() =>
        {
            Assert.That(instrument.Exposures, Is.EqualTo(new[] { KeyValuePair.Create("technology", 1.0) }));
            Assert.That(instrument.Volatility, Is.EqualTo(Math.Sqrt((sector * sector) + (own * own))).Within(1e-4));
        });
    }

    [Test]
    public void Share_from_abroad_has_half_its_sector_and_half_its_country()
    {
        var instrument = Draft(out _, Holding("1234.T"))!.Scenario.Instruments.Single();
        var (s, c) = (market.Factors["semiconductors"].Volatility, market.Factors["japan-equity"].Volatility);
        var own = market.OwnRisks["large"].Volatility;
        var cross = 2 * 0.25 * market.Correlation("semiconductors", "japan-equity") * s * c;
        Assert.That(instrument.Volatility, Is.EqualTo(Math.Sqrt((0.25 * s * s) + (0.25 * c * c) + cross + (own * own))).Within(1e-4));
    }

    [Test]
    public void Only_what_is_assumed_counts_as_assumed() =>
        Assert.Multiple(() =>
        {
            Assert.That(Draft(out _, Holding("SPY"))!.Assumed, Is.Zero);
            Assert.That(Draft(out _, Holding("ACME"))!.Assumed, Is.EqualTo(1));
            Assert.That(Draft(out _, Holding("ACME"), Holding("SPY"))!.Assumed, Is.InRange(0.5, 0.9));
        });

    [Test]
    public void What_prices_say_takes_the_place_of_size()
    {
        var record = new CalibrationRecord(new Id<CalibrationRecord>("prices"), LocalText.Same("p"), default, default, LocalText.Same("m"));
        var holding = Holding("ACME") with { Estimate = new HoldingEstimate(record, 0.4, 0.02) { Beta = ("us-equity", 1.3, 0.1) } };
        var draft = Draft(out _, holding)!;
        var instrument = draft.Scenario.Instruments.Single();
        Assert.Multiple(() =>
        {
            Assert.That(instrument.Volatility, Is.EqualTo(0.4));
            Assert.That(instrument.Exposures, Is.EqualTo(new[] { KeyValuePair.Create("us-equity", 1.3) }));
            Assert.That(instrument.Sources.Values, Has.All.InstanceOf<Calibrated>());
            Assert.That(draft.Assumed, Is.Zero);
        });
    }

    [Test]
    public void Sector_never_explains_more_than_the_prices_volatility()
    {
        var record = new CalibrationRecord(new Id<CalibrationRecord>("prices"), LocalText.Same("p"), default, default, LocalText.Same("m"));
        var instrument = Draft(out _, Holding("ACME") with { Estimate = new HoldingEstimate(record, 0.1, 0.01) })!
            .Scenario.Instruments.Single();
        Assert.That(market.Covariance(instrument.Exposures, instrument.Exposures), Is.EqualTo(0.8 * 0.01).Within(1e-12));
    }

    [Test]
    public void Company_that_lists_later_is_private_on_the_day() =>
        Assert.That(Draft(out _, Holding("NEWX"))!.Scenario.Instruments.Single().Kind, Is.EqualTo("private"));

    [Test]
    public void Unknown_holding_is_asked_for_with_the_line_to_add()
    {
        Assert.That(Draft(out var diagnostics, Holding("ZZZ")), Is.Null);
        Assert.That(diagnostics.Sorted().Single().Message, Does.Contain("--as ZZZ=SECTOR").And.Contain("ZZZ,ZZZ,US,SECTOR,mid"));
    }

    [Test]
    public void Mapped_holding_moves_as_its_user_says()
    {
        var settings = Settings() with { As = new Dictionary<string, string> { ["ZZZ"] = "gold" } };
        var draft = new HoldingsDrafter(market, securities, settings, new DiagnosticBag()).Draft([Holding("zzz")]);
        Assert.That(draft!.Scenario.Instruments.Single().Exposures, Is.EqualTo(new[] { KeyValuePair.Create("gold", 1.0) }));
    }

    [Test]
    public void Holding_in_two_rows_is_added_up()
    {
        var draft = Draft(out var diagnostics, Holding("ACME"), Holding("acme") with { Quantity = 30, Price = 20 })!;
        var position = draft.Scenario.Portfolios[0].Positions.Single();
        Assert.That((position.Quantity, position.Price), Is.EqualTo((40.0, ((10 * 10) + (30 * 20)) / 40.0)));
        Assert.That(diagnostics.Sorted().Single().Severity, Is.EqualTo(Severity.Notice));
    }

    [Test]
    public void Another_currency_needs_a_rate_and_a_home_currency_takes_its_move_out()
    {
        Assert.That(Draft(out var diagnostics, Holding("SPY"), Holding("ACME") with { Currency = "CHF" }), Is.Null);
        Assert.That(diagnostics.Sorted().Single().Message, Does.Contain("--rate CHF=PRICE"));
        var settings = Settings() with
        {
            Currency = "EUR",
            Rates = new Dictionary<string, double> { ["USD"] = 0.85 },
        };
        var draft = new HoldingsDrafter(market, securities, settings, new DiagnosticBag()).Draft([Holding("SPY")])!;
        Assert.That(
            draft.Scenario.Instruments.Single().Exposures,
            Is.EqualTo(new[] { KeyValuePair.Create("us-equity", 1.0), KeyValuePair.Create("euro", -1.0) })
        );
        Assert.That(draft.Value, Is.EqualTo(85).Within(1e-12));
    }

    /// <summary>Rates of 2026-01-30 to three digits: EUR 1.19 dollars, HKD 0.128 dollars; so one EUR is 9.30 HKD.</summary>
    [TestCase("EUR", "USD", 1.19)]
    [TestCase("USD", "HKD", 7.81)]
    [TestCase("EUR", "HKD", 9.3)]
    [TestCase("CHF", "USD", null)]
    public void Reference_market_knows_rates_of_a_few_currencies(string currency, string home, double? rate) =>
        Assert.That(market.RateOf(currency, home), Is.EqualTo(rate));

    [TestCase("CASH", "USD", "cash")]
    [TestCase("EUR", "EUR", "cash-eur")]
    [TestCase("CASH.JPY", "JPY", "cash-jpy")]
    public void Cash_is_cash(string code, string currency, string id)
    {
        var rates = new Dictionary<string, double> { ["EUR"] = 1.2, ["JPY"] = 0.006 };
        var drafter = new HoldingsDrafter(market, securities, Settings() with { Rates = rates }, new DiagnosticBag());
        Assert.That(
            drafter.Draft([Holding(code) with { Currency = currency, Price = 1 }])!.Scenario.Instruments.Single().Id,
            Is.EqualTo(id)
        );
    }

    private static HoldingsDraft? Draft(out DiagnosticBag diagnostics, params DraftHolding[] holdings)
    {
        diagnostics = new DiagnosticBag();
        return new HoldingsDrafter(market, securities, Settings(), diagnostics).Draft(holdings);
    }

    private static DraftSettings Settings() =>
        new()
        {
            Name = "test",
            AsOf = new DateOnly(2026, 2, 6),
            Currency = "USD",
            File = "positions.csv",
        };

    private static DraftHolding Holding(string code) => new(code, 10, 10, "USD", "", new SourceLocation("positions.csv", 2, 1));

    private static Security Share(string id, string symbol, string country, string sector, string size) =>
        new()
        {
            Id = id,
            Kind = SecurityKind.Equity,
            Name = id,
            Symbols = [symbol],
            Country = country,
            Currency = "USD",
            Sector = sector,
            Size = size,
        };
}
