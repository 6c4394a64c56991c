using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Tests.Samples;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Tests.Sections;

/// <summary>The sample's mean profit is 12.3% in the base case and ten points less in the other one, as held and followed.</summary>
internal sealed class CaseWaterfallTests
{
    [Test]
    public void The_bars_lead_from_the_mean_of_the_base_case_to_that_of_the_worst()
    {
        var figure = Waterfalls(SampleResults.Make())[0];
        var steps = ((WaterfallChart)figure.Chart).Items;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Select(s => s.Name.English), Is.EqualTo(new[] { "Base", "What is held", "Buy chip makers", "Bust" }));
            Assert.That(steps.Select(s => s.Value), Is.EqualTo(new[] { 0.123, -0.1, 0, 0.023 }).Within(1e-12));
            Assert.That(figure.Title!.English, Does.Contain("loses 10.0 points of mean profit and the advice gives 0.0 back"));
        }
    }

    [Test]
    public void Whatever_recommendations_do_the_bars_add_up_to_the_difference_of_the_totals()
    {
        var results = SampleResults.Make();
        results = results with { Cases = [results.Cases[0], WithoutGains(results.Cases[1])] };
        var steps = ((WaterfallChart)Waterfalls(results)[0].Chart).Items;

        Assert.That(
            steps.Select(s => s.Name.English),
            Is.EqualTo(new[] { "Base", "What is held", "Buy chip makers", "All other advice", "Bust" })
        );
        Assert.That(steps.Where(s => !s.IsTotal).Sum(s => s.Value), Is.EqualTo(steps[^1].Value - steps[0].Value).Within(1e-12));
    }

    [Test]
    public void Without_advice_there_is_none() => Assert.That(Waterfalls(SampleResults.Bare()), Is.Empty);

    private static CaseResult WithoutGains(CaseResult result) =>
        result with
        {
            Portfolios =
            [
                .. result.Portfolios.Select(p =>
                    p with
                    {
                        RecommendationEffects = [.. p.RecommendationEffects.Select(e => e with { Alone = SampleResults.Effect(-0.02) })],
                    }
                ),
            ],
        };

    private static List<Figure> Waterfalls(RiskResults results) =>
        [
            .. ReportBuilder
                .Build(results, SampleResults.Run)
                .Sections.Where(s => s.Id == "cases")
                .SelectMany(s => Figures(s.Blocks))
                .Where(f => f.Chart is WaterfallChart),
        ];

    private static IEnumerable<Figure> Figures(IEnumerable<Block> blocks) =>
        blocks.SelectMany(b =>
            b switch
            {
                Figure figure => [figure],
                ChoiceBlocks about => Figures(about.Blocks),
                Pairs pairs => Figures(pairs.Blocks),
                _ => [],
            }
        );
}
