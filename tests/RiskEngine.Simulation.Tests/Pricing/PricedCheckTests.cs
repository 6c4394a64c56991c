using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Pricing;

/// <summary>What can be wrong with priced instruments, each told with what was expected and found.</summary>
public sealed class PricedCheckTests
{
    private static ScenarioBuilder Market { get; } =
        SmallScenario
            .New()
            .With(Factors.Brownian("market", 0.2), Factors.Fixed("vol", 0.2), Factors.Of("r", "fixed", ("value", Parameter.Of(0.03))))
            .With(Instruments.Equity("share", 0.2, ("market", 1)), Instruments.Private("lab", 0.2, [Instruments.Exit(ExitRoute.Sale, 0.1)]))
            .Hold("p", ("share", 1));

    [Test]
    public void A_curve_is_a_short_rate() =>
        Assert.That(
            Errors(Market.With(Priced.Bond("b", "market", "5y"))),
            Is.EqualTo(
                new[]
                {
                    "instrument 'b': expected a curve that is a short rate with bond prices in closed form (such as hull-white), found "
                        + "'market' of kind 'geometric-brownian'",
                }
            )
        );

    [Test]
    public void A_curve_has_plain_numbers()
    {
        var rate = Factors.Of(
            "x",
            "ornstein-uhlenbeck",
            ("start", Parameter.Of(0.02)),
            ("mean", new Uniform(0, 0.1)),
            ("halfLife", Parameter.Of(2)),
            ("volatility", Parameter.Of(0.01))
        );
        Assert.That(
            Errors(Market.With(rate).With(Priced.Bond("b", "x", "5y"))),
            Is.EqualTo(
                new[]
                {
                    "instrument 'b': expected a curve whose parameters are plain numbers, found a distribution as 'mean' of 'x' (mean "
                        + "0.05)",
                }
            )
        );
    }

    [Test]
    public void A_frequency_divides_the_year() =>
        Assert.That(
            Errors(Market.With(Priced.Bond("b", "r", "5y", 0.02, 5))),
            Is.EqualTo(new[] { "instrument 'b': expected a frequency of 1, 2, 3, 4, 6 or 12, found 5" })
        );

    [Test]
    public void What_is_private_is_no_underlying()
    {
        Assert.That(
            Errors(Market.With(Priced.Option("o", "call", "lab", 100, 100, "1y", "vol"))),
            Is.EqualTo(new[] { "instrument 'o': expected an underlying that trades, found the private company 'lab'" })
        );
        Assert.That(
            Errors(Market.With(Priced.Foreign("f", "market", "lab"))),
            Is.EqualTo(new[] { "instrument 'f': expected an asset that trades, found the private company 'lab'" })
        );
    }

    [Test]
    public void Terms_do_not_lead_in_a_circle() =>
        Assert.That(
            Errors(Market.With(Priced.Foreign("a", "market", "b"), Priced.Foreign("b", "market", "a"))),
            Is.EqualTo(
                new[]
                {
                    "instrument 'a': expected terms that do not lead back to it, found that it is priced from 'b' in a circle",
                    "instrument 'b': expected terms that do not lead back to it, found that it is priced from 'a' in a circle",
                }
            )
        );

    [Test]
    public void A_price_on_the_as_of_date_is_above_zero()
    {
        var none = Factors.Fixed("none", 0);
        Assert.That(
            Errors(Market.With(none).With(Priced.Option("o", "call", "share", 100, 200, "1y", "none"))),
            Is.EqualTo(new[] { "instrument 'o' of kind 'option': expected a price above 0 on the as-of date, found 0" })
        );
    }

    [Test]
    public void A_case_keeps_the_kind()
    {
        var found = Errors(Market.Case("other", m => m with { Instruments = [Priced.Bond("share", "r", "5y"), .. m.Instruments.Skip(1)] }));
        Assert.That(
            found,
            Is.EqualTo(new[] { "case 'other': instrument 'share': expected the kind that it has in the base case, found another one" })
        );
    }

    [Test]
    public void A_pricer_that_throws_is_named_with_the_day()
    {
        var broken = new Instrument
        {
            Id = new("x"),
            Name = LocalText.Same("x"),
            Kind = InstrumentKind.Priced,
            Pricing = new(new Broken(), new PricingTerms()),
        };
        var failure = Assert.Throws<PricingFailedException>(() => Simulated.Of(Market.With(broken).Hold("q", ("x", 1)), 1000));
        Assert.That(
            failure!.Message,
            Is.EqualTo("instrument 'x' of kind 'broken': pricing it on 2026-03-01 threw InvalidOperationException: no more")
        );
    }

    private static string[] Errors(ScenarioBuilder small) =>
        [.. ScenarioCheck.Of(small.Build(1000), Simulated.Kinds).Where(d => d.Severity == Severity.Error).Select(d => d.Message)];

    private sealed class Broken : PricingKind
    {
        public override string Name => "broken";

        public override LocalText Label => LocalText.Same("broken");

        public override LocalText Summary => Label;

        public override string Equation => "";

        public override string Reference => "";

        public override IReadOnlyList<TermSpec> Terms => [];

        public override Pricer Create(PricingTerms terms, PricingSetting setting) => new BrokenPricer();

        private sealed class BrokenPricer : Pricer
        {
            public override void Price(int date, in PricingBlock block)
            {
                if (date == 2)
                    throw new InvalidOperationException("no more");
                block.Prices.Fill(1);
            }
        }
    }
}
