using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Sections;

internal sealed class AttributionSectionsTests
{
    private static readonly ReportDocument report = ReportBuilder.Build(SampleAttribution.With(SampleResults.Make()), SampleResults.Run);

    private static string Markdown(string id, Language language = Language.English) =>
        Reporting
            .Markdown.MarkdownWriter.Write(
                new(LocalText.Same(""), Prose.Empty, [report.Sections.Single(s => s.Id == id)], Prose.Empty),
                language
            )
            .Replace("\\", "", StringComparison.Ordinal);

    [Test]
    public void The_largest_source_of_risk_is_named_with_its_share() =>
        Assert.That(
            Markdown("contributions"),
            Does.Contain("**alpha** makes up 50.0% of the value and **75.0%** of the risk")
                .And.Contain("**market**: 45.0 of the 45.0 points that are lost before expected profit gives 5.0 back")
                .And.Contain("1 more, each below 0.05")
                .And.Contain("If the scenario's views hold")
        );

    [Test]
    public void A_loss_says_what_must_happen_and_which_claims_fail_together() =>
        Assert.That(
            Markdown("reverse-stress"),
            Does.Contain("it loses **45.0%** or more")
                .And.Contain("**First risk**: on **70%**")
                .And.Contain("**14.0** times as often")
                .And.Contain("lies **2.5** standard deviations from the mean")
                .And.Contain("Claim")
                .And.Contain("less than half of the forecast move comes")
                .And.Contain("too few to say what they have in common")
        );

    [Test]
    public void Pairs_that_act_together_are_told_in_words() =>
        Assert.That(
            Markdown("shapley"),
            Does.Contain("First risk with Second risk: together they add more to ES 95% than the two alone: **+2.0** points")
                .And.Contain("all 4 subsets")
                .And.Contain("random orders")
        );

    [Test]
    public void The_claim_that_changes_most_comes_first_and_every_item_traces_back() =>
        Assert.That(
            Markdown("claims"),
            Does.Contain("The claim that changes the answer most if it is false")
                .And.Contain("with all advice followed after")
                .And.Contain("Forecast: A market")
                .And.Contain("Every profit and loss figure")
        );

    [Test]
    public void What_an_indicator_would_tell_stands_beside_what_is_known_without_it() =>
        Assert.That(
            Markdown("information-value"),
            Does.Contain("makes it **70%**").And.Contain("at or below **20%**").And.Contain("without looking it is **40%**")
        );

    [Test]
    public void Every_number_of_the_ledger_stands_behind_the_profit_figures() =>
        Assert.That(Markdown("claims"), Does.Contain("all numbers of the ledger | 1 | 1 | 1 | 1 |"));

    [Test]
    public void Chinese_says_the_same() =>
        Assert.That(
            Markdown("reverse-stress", Language.Chinese),
            Does.Contain("亏损 **45.0%**").And.Contain("最可能").And.Contain("一同落空的主张（见于这些路径的 **90.0%**、全部路径的 20.0%")
        );

    [Test]
    public void Attribution_is_written_to_results_json()
    {
        var data = ResultsMapper.Map(SampleAttribution.With(SampleResults.Make()), SampleResults.Run).Attribution!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.Indicators.Single().Readings[0].Kind, Is.EqualTo("most-informative"));
            Assert.That(data.ReverseStress[0].Claims.Single().Fails, Is.EqualTo("forecast-falls-short"));
            Assert.That(data.ReverseStress[1].GaussianDistance, Is.Null);
            Assert.That(data.Contributions[0].Positions[0].MarginalEs95, Is.EqualTo(0.6).Within(1e-12));
        }
    }
}
