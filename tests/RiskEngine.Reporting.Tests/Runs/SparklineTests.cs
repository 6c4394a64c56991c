using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Reporting.Tests.Runs;

public sealed class SparklineTests
{
    [Test]
    public void The_lowest_number_is_the_lowest_bar_and_the_highest_the_highest() =>
        Assert.That(Sparkline.Of([0.5, 0, 1, 2.0 / 7]), Is.EqualTo("▅▁█▃"));

    [Test]
    public void Equal_numbers_are_bars_of_half_height_and_what_is_none_is_a_blank() =>
        Assert.That(Sparkline.Of([3, double.NaN, 3]), Is.EqualTo("▄ ▄"));

    [Test]
    public void Of_many_numbers_the_latest_are_shown() =>
        Assert.That(Sparkline.Of(Enumerable.Range(0, 100).Select(x => (double)x)), Has.Length.EqualTo(Sparkline.Longest).And.EndsWith("█"));

    [Test]
    public void A_run_s_bars_are_those_of_the_runs_before_it_of_the_same_scenario_case_and_horizon()
    {
        RunSummary[] runs =
        [
            Run("b", day: 2, es: 0.4),
            Run("a", day: 1, es: 0.2),
            Run("c", day: 3, es: 0.35),
            Run("d", day: 2, es: 9) with
            {
                Case = "bust",
            },
            Run("e", day: 2, es: 9) with
            {
                Scenario = "other",
            },
        ];

        Assert.That(Sparkline.Es95(runs, runs[2], "core"), Is.EqualTo("▁█▆"));
        Assert.That(Sparkline.Es95(runs, runs[0], "core"), Is.EqualTo("▁█"));
        Assert.That(Sparkline.Es95(runs, runs[1], "core"), Is.Empty, "one figure is no row of them");
    }

    private static RunSummary Run(string id, int day, double es)
    {
        var figure = new Estimate(es, 0, es, es);
        var portfolio = new PortfolioSummary("core", LocalText.Same("core"), new KeyFigures(figure, figure, figure), null);
        var started = new DateTimeOffset(2026, 2, day, 0, 0, 0, TimeSpan.Zero);
        return new RunSummary("chips", id, LocalText.Same("chips"), started, new(2026, 2, 6), 1_000, "base", "medium", 0, 0, [portfolio]);
    }
}
