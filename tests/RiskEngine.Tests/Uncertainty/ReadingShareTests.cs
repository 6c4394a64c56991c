using RiskEngine.Abstractions.Measures;
using RiskEngine.Loading;
using RiskEngine.Results;
using RiskEngine.Uncertainty;

namespace RiskEngine.Tests.Uncertainty;

/// <summary>
/// A fund that is the market, and advice to turn a part of it into cash that can be read in more than one way: what each reading does to
/// the mean is known, so that the variance that the readings make is too.
/// </summary>
public sealed class ReadingShareTests
{
    private const string Half = "[{ because: half is said too, weight: 0.3, size: 0.5 }]";

    /// <summary>Two readings with means d apart give p (1 - p) d^2; the fund's mean is known to a hundredth of d.</summary>
    [Test]
    public void Two_readings_make_the_variance_of_the_closed_form()
    {
        var d = (0.5 - 0.1) * (Math.Exp(AdviceToCash.Rate + AdviceToCash.Premium) - Math.Exp(AdviceToCash.Rate));
        var expected = 0.3 * 0.7 * d * d;

        Assert.That(Share(Study(Half), MeasureKinds.Mean).Variance, Is.EqualTo(expected).Within(0.05 * expected));
        Assert.That(Share(Study(Half), MeasureKinds.Mean, "as-held").Variance, Is.Zero);
    }

    /// <summary>The same by whole runs of each reading on the same paths: expected shortfall, which has no closed form here.</summary>
    [Test]
    public void The_share_of_expected_shortfall_is_that_of_whole_runs()
    {
        double Es(string size) =>
            Run("[]", [$"recommendations.cash.size={size}"]).Base.Portfolios[0].FollowingAll.Horizons[0].Measures.Es95.Value;
        var brute = 0.3 * 0.7 * Math.Pow(Es("0.5") - Es("0.1"), 2);

        Assert.That(Share(Study(Half), MeasureKinds.Es95).Variance, Is.EqualTo(brute).Within(0.15 * brute));
    }

    /// <summary>A reading that only watches trades nothing: following is then the fund as held, a size of 0.</summary>
    [Test]
    public void A_reading_that_watches_counts_as_the_portfolio_as_held()
    {
        var watch = Share(Study("[{ because: or to watch, weight: 0.4, verb: watch }]"), MeasureKinds.Mean);
        var none = Share(Study("[{ because: or nothing, weight: 0.4, size: 0 }]"), MeasureKinds.Mean);

        Assert.That(watch.Variance, Is.EqualTo(none.Variance).And.GreaterThan(0));
        Assert.That(watch.Sources, Is.EqualTo(1));
    }

    /// <summary>
    /// Three recommendations of three readings are 27 ways, more than 16 draws: the drawn ones have the variance of the sum, three times
    /// that of one; 1,000 draws, which list all, give it exactly.
    /// </summary>
    [Test]
    public void More_ways_than_draws_are_drawn()
    {
        const string Ways = "[{ because: a, weight: 0.3, size: 0.2 }, { because: b, weight: 0.3, size: 0 }]";
        double Of(int draws) => Share(Study(Ways, draws, copies: 3), MeasureKinds.Mean).Variance;
        var one = Share(Study(Ways), MeasureKinds.Mean).Variance;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(1000), Is.EqualTo(3 * one).Within(0.02 * one));
            Assert.That(Of(26), Is.EqualTo(3 * one).Within(3 * one));
            Assert.That(Of(26), Is.Not.EqualTo(Of(1000)));
        }
    }

    [Test]
    public void Plain_advice_has_no_share_of_reading()
    {
        var share = Share(Study("[]"), MeasureKinds.Mean);

        Assert.That((share.Variance, share.Sources), Is.EqualTo((0.0, 0)));
    }

    private static UncertaintyShare Share(TotalUncertaintyResults study, MeasureKind measure, string variant = "all") =>
        study.Figures.First(f => f.Measure == measure && f.Variant.Id == variant).Shares.First(s => s.Kind == UncertaintyKind.Reading);

    private static TotalUncertaintyResults Study(string readings, int draws = 16, int copies = 1) =>
        UncertaintyStudy.Of(Run(readings, [], draws, copies), Source(readings, draws, copies), AdviceToCash.Reading, threads: 2)!;

    private static RiskResults Run(string readings, IReadOnlyList<string> settings, int draws = 16, int copies = 1)
    {
        var read = ScenarioReader.Read(Source(readings, draws, copies), AdviceToCash.Reading with { Settings = settings });
        Assert.That(read.Errors.Select(e => $"{e}"), Is.Empty);
        return new Engine().Run(read.Scenario!, new RunOptions { MeasuresOnly = true });
    }

    private static ScenarioSource Source(string readings, int draws, int copies) =>
        AdviceToCash.Source(
            string.Concat(Enumerable.Range(0, copies).Select(i => AdviceToCash.Recommendation(i == 0 ? "cash" : $"cash-{i}", readings))),
            settings: $"uncertainty: {{ radii: [0.02], draws: {draws} }}"
        );
}
