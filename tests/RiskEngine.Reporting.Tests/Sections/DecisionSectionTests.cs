using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Markdown;
using RiskEngine.Reporting.Tests.Samples;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Tests.Sections;

/// <summary>Views, doubt and the optimiser, in words.</summary>
internal sealed class DecisionSectionTests
{
    private static readonly RiskResults sample = SampleResults.Make();

    [Test]
    public void Views_say_what_is_asked_where_it_comes_from_and_what_is_left()
    {
        var words = English(sample, "views");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                words,
                Does.Contain("The view likely").And.Contain("at least 80.0%").And.Contain("in this order").And.Contain("lead −1.0 points")
            );
            Assert.That(
                words,
                Does.Contain("**200 paths now say as much as 164 of equal weight**")
                    .And.Contain("moving one mean by 0.63 standard deviations")
            );
            Assert.That(words, Does.Contain("holds already"), "the shortfall is below its bound in the model");
            Assert.That(
                words,
                Does.Contain("following all changes the mean profit by **+2.0** points").And.Not.Contain("The views turn it")
            );
            Assert.That(
                words,
                Does.Contain("Mean profit after 12 months under 'The view mean' alone").And.Contain("+5.00% | +7.12% | +7.34%")
            );
        }
    }

    [Test]
    public void Views_that_turn_what_the_model_says_of_the_advice_are_told_so()
    {
        var views = sample.Views!;
        var turned = views with
        {
            FollowingEffects = [.. views.FollowingEffects.Select(e => e with { Model = e.Model with { Mean = e.Model.Mean.Negate() } })],
        };

        Assert.That(
            English(sample with { Views = turned }, "views"),
            Does.Contain("**+2.0** points").And.Contain("**The views turn it: following earns more than holding.**")
        );
    }

    [Test]
    public void A_refused_view_is_named_with_what_was_possible()
    {
        var words = English(sample with { Views = SampleDecisions.Refused(sample.Views!) }, "views");

        Assert.That(
            words,
            Does.Contain("**No view was taken up:** The view mean can't be held").And.Contain("lies between −50.0% and 40.0%")
        );
    }

    [Test]
    public void Doubt_is_told_in_words_with_a_verdict()
    {
        var words = English(sample, "model-risk");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                words,
                Does.Contain("following earns **1.0** percentage points (0.8 to 1.2) less than holding, on average after 12 months")
            );
            Assert.That(
                words,
                Does.Contain("lies **0.20** standard deviations away (relative entropy 0.020)")
                    .And.Contain("would be wrong 46.0% of the time")
            );
            Assert.That(words, Does.Contain("**That holding earns more is fragile: a small mistake in the model turns it.**"));
            Assert.That(
                words,
                Does.Contain("off by 0.2 standard deviations")
                    .And.Contain("mistaken 46.0% of the time")
                    .And.Contain("50.0% (49.8 to 50.2; mean +1.0%)")
            );
        }
    }

    [Test]
    public void A_worst_case_that_rests_on_too_few_paths_is_a_lower_bound()
    {
        var uncertainty = sample.Uncertainty!;
        var thin = uncertainty with
        {
            WorstCases = [.. uncertainty.WorstCases.Select(w => w with { Es95 = [w.Es95[0], w.Es95[1], Estimate.WithoutError(0.7)] })],
        };

        Assert.That(
            English(sample with { Uncertainty = thin }, "model-risk"),
            Does.Contain("at least 70.0%").And.Contain("fewer than 20 of the simulated paths")
        );
        Assert.That(English(sample, "model-risk"), Does.Not.Contain("at least"));
    }

    [Test]
    public void The_optimiser_stands_beside_the_advice_with_its_proof_and_a_warning()
    {
        var words = English(sample, "optimiser");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(words, Does.Contain("here within 0.01% of the portfolio's value"));
            Assert.That(words, Does.Contain("**Not advice.** An optimiser"));
            Assert.That(
                words,
                Does.Contain("+6.0% / 50.0% | +6.0% / 40.0% | +6.0% / 20.0% | +5.0% / 30.0%")
                    .And.Contain("as cash, has the part that equal weights give it. Mean profit +6.0%, ES 95% 20.0%.")
            );
            Assert.That(words, Does.Contain("| 60.0% |"));
        }
    }

    [Test]
    public void The_data_file_holds_all_of_it_and_is_read_back()
    {
        var data = ResultsMapper.Map(sample, SampleResults.Run);
        var text = ResultsFile.Write(data);

        Assert.That(ResultsFile.Write(ResultsFile.Read(text)), Is.EqualTo(text));
        Assert.That(data.Views!.Views[1].Bound, Is.EqualTo("atLeast"));
        Assert.That(data.Uncertainty!.Turnings[0].Radius.Value, Is.Null);
        Assert.That(data.Optimiser!.RiskParity.Gap, Is.Null);
    }

    private static string English(RiskResults results, string section) =>
        MarkdownWriter
            .Write(
                new(
                    LocalText.Same(""),
                    Prose.Empty,
                    [ReportBuilder.Build(results, SampleResults.Run).Sections.Single(s => s.Id == section)],
                    Prose.Empty
                ),
                Language.English
            )
            .Replace("\\", "", StringComparison.Ordinal);
}
