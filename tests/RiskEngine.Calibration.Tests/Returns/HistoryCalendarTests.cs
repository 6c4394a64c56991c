using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration.Tests.Returns;

public sealed class HistoryCalendarTests
{
    private static readonly DateOnly first = new(2020, 1, 1);

    private static readonly DateOnly[] everyDay = [.. Enumerable.Range(0, 1500).Select(day => first.AddDays(day))];
    private static readonly DateOnly[] weekdays = [.. everyDay.Where(day => !IsWeekend(day))];
    private static readonly DateOnly[] months =
    [
        .. Enumerable.Range(0, 120).Select(month => new DateOnly(2010, 1, 1).AddMonths(month + 1).AddDays(-1)),
    ];

    /// <summary>Monthly moves of 4% are 13.9% a year, whatever they are called.</summary>
    [Test]
    public void Monthly_prices_are_annualised_by_twelve_and_said_to_be_monthly()
    {
        var result = Calibrator.Calibrate(Table(months, ("SPY", 0.04)), new CalibrationOptions());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Frequency, Is.EqualTo(SamplingFrequency.Monthly));
            Within.FourErrors(result.Find("SPY")!.Volatility.Annualised, 0.04 * Math.Sqrt(12));
            Assert.That(result.Notices, Has.Some.Contains("once a month"));
        }
    }

    [TestCase(SamplingFrequency.Daily)]
    [TestCase(SamplingFrequency.Weekly)]
    public void An_option_that_the_dates_contradict_is_refused(SamplingFrequency asked) =>
        Assert.That(
            () => Calibrator.Calibrate(Table(months, ("SPY", 0.04)), new CalibrationOptions(asked)),
            Throws.ArgumentException.With.Message.Contains("expected").And.Message.Contains("monthly ones").And.Message.Contains("31 days")
        );

    [Test]
    public void A_year_of_a_seven_day_market_has_365_days()
    {
        var result = Calibrator.Calibrate(Table(everyDay, ("BTC", 0.03)), new CalibrationOptions(SamplingFrequency.Daily));
        Within.FourErrors(result.Find("BTC")!.Volatility.Annualised, 0.03 * Math.Sqrt(365));
        Assert.That(result.Notices, Has.Some.Contains("365"));
    }

    [Test]
    public void Beside_a_five_day_market_a_weekend_s_move_is_in_Monday_s_return()
    {
        var bitcoin = Prices(everyDay, 0.03, 1);
        var share = everyDay.Select((day, t) => IsWeekend(day) ? double.NaN : bitcoin[t] * 0.5).ToArray();
        var result = Calibrator.Calibrate(
            new PriceHistory(everyDay, ["BTC", "SHARE"], [bitcoin, share]),
            new CalibrationOptions(SamplingFrequency.Daily)
        );
        using (Assert.EnterMultipleScope())
        {
            // The same moves on the days that both have: the same volatility, and they are one.
            Assert.That(result.Find("BTC")!.Volatility, Is.EqualTo(result.Find("SHARE")!.Volatility));
            Assert.That(result.Correlations.Single().Estimate.Correlation.Value, Is.EqualTo(1).Within(1e-9));
            Assert.That(result.Find("BTC")!.Volatility.Observations, Is.EqualTo(weekdays.Length - 1));
            Within.FourErrors(result.Find("BTC")!.Volatility.Annualised, 0.03 * Math.Sqrt(365));
            Assert.That(result.Notices, Has.Some.Contains("BTC").And.Contains($"{everyDay.Length - weekdays.Length} days"));
        }
    }

    [Test]
    public void Weekends_that_repeat_Friday_dilute_nothing()
    {
        var close = Prices(weekdays, 0.02, 2);
        var (filled, k) = (new double[everyDay.Length], 0);
        for (var t = 0; t < filled.Length; t++)
            filled[t] = IsWeekend(everyDay[t]) && t > 0 ? filled[t - 1] : close[k++];
        var options = new CalibrationOptions(SamplingFrequency.Daily);
        var plain = Calibrator.Calibrate(new PriceHistory(weekdays, ["A"], [close]), options);
        var padded = Calibrator.Calibrate(new PriceHistory(everyDay, ["A"], [filled]), options);
        Assert.That(padded.Find("A")!.Volatility, Is.EqualTo(plain.Find("A")!.Volatility));
        Assert.That(padded.Notices, Has.Some.Contains("Weekends repeat"));
    }

    /// <summary>Shanghai has about 243 trading days a year, New York 252.</summary>
    [TestCase(243, 243)]
    [TestCase(251, 252)]
    public void An_exchange_s_own_count_of_days_makes_its_year(int days, int expected)
    {
        var closes = weekdays.Where((_, t) => t % 261 < days).ToArray();
        Assert.That(ColumnCalendar.Of("A", closes, Prices(closes, 0.01, 3)).DaysAYear, Is.EqualTo(expected));
    }

    [Test]
    public void A_column_that_comes_too_seldom_is_left_out_by_name()
    {
        var daily = Prices(weekdays, 0.01, 4);
        var monthly = weekdays.Select((day, t) => t == 0 || day.Month != weekdays[t - 1].Month ? daily[t] : double.NaN).ToArray();
        var result = Calibrator.Calibrate(new PriceHistory(weekdays, ["A", "FUND"], [daily, monthly]), new CalibrationOptions());
        Assert.That(result.Skipped.Single().What, Is.EqualTo("FUND"));
        Assert.That(result.Skipped.Single().Reason, Does.Match("a close every 3[01] days .* no weekly returns"));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static PriceHistory Table(DateOnly[] dates, params (string Id, double Move)[] columns) =>
        new(dates, [.. columns.Select(column => column.Id)], [.. columns.Select((column, i) => Prices(dates, column.Move, 10 + i))]);

    private static double[] Prices(DateOnly[] dates, double move, int seed)
    {
        var (prices, z) = (new double[dates.Length], Simulated.Normals(3000 + seed, dates.Length));
        prices[0] = 100;
        for (var t = 1; t < prices.Length; t++)
            prices[t] = prices[t - 1] * Math.Exp(move * z[t]);
        return prices;
    }
}
