using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Planning;

/// <summary>What can only be seen when the parts come together.</summary>
public sealed class ScenarioCheckTests
{
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .With(Factors.Brownian("a", 0.2), Factors.Brownian("b", 0.3), Factors.Brownian("c", 0.1))
        .With(Instruments.Equity("i", 0.5, ("a", 1), ("b", 1)), Instruments.Cash("cash"))
        .Hold("p", ("i", 90), ("cash", 10));

    [Test]
    public void A_sound_scenario_has_no_findings() => Assert.That(Findings(small), Is.Empty);

    [Test]
    public void A_small_repair_of_correlations_is_a_notice()
    {
        var found = Findings(small.Correlate("a", "b", 0.3).Correlate("b", "c", 0.9).Correlate("a", "c", -0.2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Has.Count.EqualTo(1));
            Assert.That(found[0].Severity, Is.EqualTo(Severity.Notice));
            Assert.That(
                found[0].Message,
                Does.Match(
                    "nearest correlation matrix \\(Higham 2002\\) moves an entry by 0\\.0\\d+, that of '[abc]' and '[abc]' to "
                        + "-?0\\.\\d+, and is used instead"
                )
            );
        }
    }

    [Test]
    public void A_large_one_is_an_error()
    {
        var found = Findings(small.Correlate("a", "b", 0.9).Correlate("b", "c", 0.9).Correlate("a", "c", -0.9));
        Assert.That(Errors(found), Has.Exactly(1).Contains("expected correlations that can occur together"));
    }

    [Test]
    public void An_error_of_a_case_names_it()
    {
        var found = Findings(
            small.Case(
                "odd",
                m =>
                    m with
                    {
                        Correlations =
                        [
                            new Correlation(new("a"), new("b"), 0.9),
                            new Correlation(new("b"), new("c"), 0.9),
                            new Correlation(new("a"), new("c"), -0.9),
                        ],
                    }
            )
        );
        Assert.That(Errors(found), Has.Exactly(1).StartsWith("case 'odd': "));
    }

    [Test]
    public void An_error_that_the_base_case_has_too_is_told_once()
    {
        var found = Findings(
            small
                .Correlate("a", "b", 0.9)
                .Correlate("b", "c", 0.9)
                .Correlate("a", "c", -0.9)
                .Case("other", m => m with { RiskFreeRate = 0.1 })
        );
        Assert.That(Errors(found).Single(), Does.StartWith("expected correlations that can occur together"));
    }

    [Test]
    public void A_factor_is_changed_by_the_states_of_one_other_only()
    {
        var found = Findings(
            small.With(
                Factors.Switching("first", [0, 1, 1, 0], [], Factors.State("calm"), Factors.State("crisis").Shaking("a", 2)),
                Factors.Switching(
                    "second",
                    [0, 1, 1, 0],
                    [],
                    Factors.State("calm"),
                    Factors.State("crisis").Drifting("a", 0.1).Shaking("first", 2)
                )
            )
        );
        Assert.That(
            Errors(found),
            Is.EquivalentTo(
                new[]
                {
                    "factor 'second': expected factors that no other factor's states change, found 'a', which 'first' changes too",
                    "factor 'second': expected states that change factors that move, found 'first', which itself switches between states",
                }
            )
        );
    }

    [Test]
    public void An_event_cannot_move_a_factor_that_switches_between_states()
    {
        var found = Findings(
            small
                .With(Factors.Switching("regime", [0, 1, 1, 0], [], Factors.State("calm"), Factors.State("crisis")))
                .With(Events.Of("shock", 0.5, "0d", "1y", Effects.Shifts(EffectChannel.Level, 1, "regime")))
        );
        Assert.That(
            Errors(found),
            Is.EqualTo(new[] { "risk 'shock': expected effects on factors that move, found 'regime', which switches between states" })
        );
    }

    [Test]
    public void What_does_nothing_to_a_bootstrapped_factor_is_a_notice()
    {
        var found = Findings(
            small
                .With(Factors.Bootstrapped("past", [0.01, -0.02, 0.03], 12, 2))
                .Correlate("a", "past", 0.5)
                .With(Factors.Switching("regime", [0, 1, 1, 0], [], Factors.State("calm"), Factors.State("crisis").Shaking("past", 2)))
                .With(Events.Of("shock", 0.5, "0d", "1y", Effects.Shifts(EffectChannel.Volatility, 1, "past")))
        );
        Assert.That(found.Select(f => f.Severity), Is.All.EqualTo(Severity.Notice));
        Assert.That(
            found.Select(f => f.Message),
            Has.Exactly(1)
                .StartsWith("factor 'past': its correlations with other factors do nothing")
                .And.Exactly(1)
                .StartsWith("risk 'shock': its effect on the volatility of 'past' does nothing")
                .And.Exactly(1)
                .StartsWith("factor 'regime', state 'crisis': what it does to the volatility or correlation of 'past' does nothing")
        );
    }

    [Test]
    public void A_case_may_not_change_a_factor_s_scale()
    {
        var found = Findings(small.Case("odd", m => m with { Factors = [Factors.Reverting("a", 0.1, 1), .. m.Factors.Skip(1)] }));
        Assert.That(
            Errors(found),
            Has.Exactly(1)
                .Contains(
                    "factor 'a': expected a kind that moves on the same scale as in the base case (geometric-brownian), found "
                        + "'ornstein-uhlenbeck'"
                )
        );
    }

    [Test]
    public void Exposures_may_not_explain_more_than_the_volatility()
    {
        var found = Findings(small.With(Instruments.Equity("quiet", 0.3, ("a", 1), ("b", 1))));
        // sqrt(0.04 + 0.09) = 0.361.
        Assert.That(
            Errors(found),
            Has.Exactly(1)
                .EqualTo("instrument 'quiet': expected a volatility that is at least what its exposures explain (0.361 a year), found 0.3")
        );
    }

    [Test]
    public void Exposures_may_explain_all_of_it() =>
        Assert.That(Findings(small.With(Instruments.Equity("tracker", 0.2, ("a", 1)))), Is.Empty);

    [Test]
    public void Recommendations_may_not_sell_more_than_there_is()
    {
        var found = Findings(small.With(Advice.Buy("half", 0.5, "1m", "6m", ("i", 1)), Advice.Buy("more", 0.6, "3m", "6m", ("i", 1))));
        Assert.That(
            Errors(found),
            Has.Exactly(1)
                .Contains(
                    "recommendation 'more': expected recommendations that sell at most 1 of a holding at a time, found 1.1 on 2026-04-01"
                )
        );
    }

    [Test]
    public void One_after_the_other_they_may() =>
        Assert.That(
            Findings(small.With(Advice.Buy("half", 0.5, "1m", "3m", ("i", 1)), Advice.Buy("more", 0.6, "3m", "6m", ("i", 1)))),
            Is.Empty
        );

    [Test]
    public void Buying_and_reducing_count_together()
    {
        var found = Findings(small.With(Advice.Buy("half", 0.5, "1m", "6m", ("i", 1)), Advice.Reduce("less", 0.6, "3m", "6m", "i")));
        Assert.That(Errors(found), Has.Exactly(1).Contains("found 1.1"));
    }

    [Test]
    public void Cash_must_suffice_for_what_it_pays()
    {
        var found = Findings(small.With(Advice.Buy("buy", 0.2, "1m", "6m", ("i", 1)) with { Funding = Funding.Cash }));
        Assert.That(
            Errors(found),
            Has.Exactly(1)
                .EqualTo(
                    "portfolio 'p': expected cash of at least 0.2 of its value for the recommendations that are paid from cash, found 0.1"
                )
        );
    }

    [Test]
    public void Cash_that_just_suffices_is_enough_whatever_the_rounding()
    {
        // 0.1 + 0.2 is 0.30000000000000004 in floating point.
        var found = Findings(
            SmallScenario
                .New()
                .With(Instruments.Equity("i", 0.5), Instruments.Cash("cash"))
                .Hold("p", ("i", 70), ("cash", 30))
                .With(
                    Advice.Buy("one", 0.1, "1m", "6m", ("i", 1)) with
                    {
                        Funding = Funding.Cash,
                    },
                    Advice.Buy("two", 0.2, "1m", "6m", ("i", 1)) with
                    {
                        Funding = Funding.Cash,
                    }
                )
        );
        Assert.That(Errors(found), Is.Empty);
    }

    [Test]
    public void Steps_that_are_too_many_are_an_error_before_anything_is_worked_out()
    {
        // 200 years of 365.2425 days.
        var found = Findings(small.Every("1d").Until("200y"));
        Assert.That(
            Errors(found),
            Is.EqualTo(
                new[]
                {
                    "scenario, 'simulation', 'step': expected at most 4000 steps to the last date that something is resolved on, "
                        + "2226-01-01, found 73048 steps of 1d",
                }
            )
        );
    }

    [Test]
    public void What_begins_after_the_last_horizon_is_a_notice_once_for_all_cases()
    {
        var found = Findings(
            small
                .With(Events.Of("late", 0.5, "1y", "2y"))
                .With(Events.Of("in-time", 0.5, "11m", "2y"))
                .With(Advice.Buy("later", 0.1, "2y", "3y", ("i", 1)))
                .Case("other", m => m)
        );
        Assert.That(
            found.Select(d => $"{d.Severity}: {d.Message}"),
            Is.EquivalentTo(
                new[]
                {
                    "Notice: risk 'late': its window begins on 2027-01-01, when the last horizon, 2027-01-01, is over; no portfolio "
                        + "feels it",
                    "Notice: recommendation 'later': it trades from 2028-01-01, when the last horizon, 2027-01-01, is over; no "
                        + "portfolio feels it",
                }
            )
        );
    }

    [Test]
    public void A_finding_stands_where_the_ledger_has_its_number()
    {
        var scenario = small.With(Instruments.Equity("quiet", 0.3, ("a", 1), ("b", 1))).Build() with
        {
            Ledger = [new Assumption("instruments", "quiet", "volatility", "0.3", new NotStated(), "market.yaml", 12)],
        };
        Assert.That(ScenarioCheck.Of(scenario, Simulated.Kinds)[0].Location, Is.EqualTo(new SourceLocation("market.yaml", 12)));
    }

    // Most markets here have no premium, which is told of all of them alike.
    private static IReadOnlyList<Diagnostic> Findings(ScenarioBuilder scenario) =>
        [.. ScenarioCheck.Of(scenario.Build(), Simulated.Kinds).Where(d => !PremiumCheckTests.IsOfPremium(d))];

    private static IEnumerable<string> Errors(IEnumerable<Diagnostic> found) =>
        found.Where(d => d.Severity == Severity.Error).Select(d => d.Message);
}
