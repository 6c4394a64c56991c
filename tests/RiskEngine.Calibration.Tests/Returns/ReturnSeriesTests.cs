using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Tests.Returns;

public sealed class ReturnSeriesTests
{
    // Mon 2026-01-05 to Mon 2026-01-26; B has no close in the week that ends on 2026-01-16.
    private static readonly DateOnly[] dates =
    [
        new(2026, 1, 5),
        new(2026, 1, 8),
        new(2026, 1, 9),
        new(2026, 1, 13),
        new(2026, 1, 15),
        new(2026, 1, 20),
        new(2026, 1, 26),
    ];

    private static readonly PriceHistory twoColumns = new(
        dates,
        ["A", "B"],
        [
            [100, 101, 102, 103, 104, 105, 106],
            [10, 11, double.NaN, double.NaN, double.NaN, 13, 14],
        ]
    );

    [Test]
    public void A_week_ends_on_friday_and_takes_its_last_close()
    {
        var weekly = ReturnSeries.Sample(twoColumns, SamplingFrequency.Weekly);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(weekly.PeriodEnds, Is.EqualTo(new DateOnly[] { new(2026, 1, 16), new(2026, 1, 23), new(2026, 1, 30) }));
            Assert.That(weekly.Of("A")[0], Is.EqualTo(Math.Log(104.0 / 102)).Within(1e-15));
            Assert.That(weekly.Of("A")[2], Is.EqualTo(Math.Log(106.0 / 105)).Within(1e-15));
        }
    }

    [Test]
    public void A_week_without_a_close_leaves_both_neighbouring_returns_missing()
    {
        var weekly = ReturnSeries.Sample(twoColumns, SamplingFrequency.Weekly);
        Assert.That(weekly.Of("B").ToArray(), Is.EqualTo(new[] { double.NaN, double.NaN, Math.Log(14.0 / 13) }));
    }

    [Test]
    public void A_week_without_any_row_is_a_gap_and_not_skipped_over()
    {
        var history = new PriceHistory(
            [new(2026, 1, 9), new(2026, 1, 23), new(2026, 1, 30)],
            ["A"],
            [
                [1, 2, 4],
            ]
        );
        var weekly = ReturnSeries.Sample(history, SamplingFrequency.Weekly);
        Assert.That(weekly.Of("A").ToArray(), Is.EqualTo(new[] { double.NaN, double.NaN, Math.Log(2) }));
    }

    [Test]
    public void Pairs_keep_only_the_periods_that_both_have()
    {
        var (returns, ends) = ReturnSeries.Sample(twoColumns, SamplingFrequency.Weekly).Complete("A", "B");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ends, Is.EqualTo(new DateOnly[] { new(2026, 1, 30) }));
            Assert.That(returns[1], Is.EqualTo(new[] { Math.Log(14.0 / 13) }));
        }
    }

    [Test]
    public void Daily_returns_follow_the_rows_of_the_history()
    {
        var daily = ReturnSeries.Sample(twoColumns, SamplingFrequency.Daily);
        Assert.That(daily.PeriodEnds, Is.EqualTo(dates[1..]));
    }

    [Test]
    public void A_month_takes_the_last_close_inside_it()
    {
        var history = new PriceHistory(
            [new(2025, 12, 30), new(2026, 1, 2), new(2026, 1, 30), new(2026, 2, 3)],
            ["A"],
            [
                [1, 9, 2, 8],
            ]
        );
        var monthly = ReturnSeries.Sample(history, SamplingFrequency.Monthly);
        Assert.That(monthly.Of("A").ToArray(), Is.EqualTo(new[] { Math.Log(2), Math.Log(4) }).Within(1e-15));
    }

    [Test]
    public void The_window_cuts_prices_on_both_sides()
    {
        var weekly = ReturnSeries.Sample(twoColumns, SamplingFrequency.Weekly, new DateOnly(2026, 1, 9), new DateOnly(2026, 1, 20));
        Assert.That(weekly.PeriodEnds, Has.Count.EqualTo(2));
    }

    [Test]
    public void Log_returns_add_up_over_any_sampling()
    {
        var history = Simulated.Weekly(("A", Simulated.Normals(1, 300)));
        double Sum(SamplingFrequency frequency) => ReturnSeries.Sample(history, frequency).Of("A").ToArray().Sum();
        Assert.That(Sum(SamplingFrequency.Daily), Is.EqualTo(Sum(SamplingFrequency.Weekly)).Within(1e-10));
    }

    [Test]
    public void An_unknown_instrument_is_named() =>
        Assert.That(
            () => ReturnSeries.Sample(twoColumns, SamplingFrequency.Weekly).Of("C"),
            Throws.ArgumentException.With.Message.Contains("A, B").And.Message.Contains("'C'")
        );

    [Test]
    public void An_empty_window_is_refused() =>
        Assert.That(
            () => ReturnSeries.Sample(twoColumns, SamplingFrequency.Weekly, new DateOnly(2027, 1, 1)),
            Throws.ArgumentException.With.Message.Contains("at least two Weekly periods")
        );

    [TestCase("2026-02-06", "2026-02-06")]
    [TestCase("2026-02-07", "2026-02-13")]
    [TestCase("2026-02-08", "2026-02-13")]
    [TestCase("2026-02-12", "2026-02-13")]
    public void Weeks_run_from_saturday_to_friday(string date, string end) =>
        Assert.That(SamplingFrequency.Weekly.PeriodEnd(DateOnly.Parse(date)), Is.EqualTo(DateOnly.Parse(end)));
}
