using RiskEngine.Calibration.Backtesting;
using RiskEngine.Calibration.Backtesting.Coverage;
using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Backtesting;

public sealed class RollingBacktestTests
{
    private const int Days = 1600;

    private static readonly ForecastModel[] models = Enum.GetValues<ForecastModel>();
    private static readonly double[] returns = Simulated.Garch(111, Days, new GarchParameters(0.0003, 0.0001, 0.1, 0.87));
    private static readonly DateOnly[] dates = [.. Enumerable.Range(0, Days).Select(day => new DateOnly(2020, 1, 1).AddDays(day))];

    /// <summary>No look-ahead: whatever comes after a day, its forecast stays the same to the last bit.</summary>
    [TestCaseSource(nameof(models))]
    public void The_future_changes_no_forecast(ForecastModel model)
    {
        var other = returns.Select((x, t) => t < 900 ? x : 7 * x).ToArray();
        var (plain, changed) = (Run(model, returns), Run(model, other));
        for (var t = 0; t < 400; t++) // forecasts for the days 500 to 899, and for day 900 itself
            Assert.That(Figures(changed[t]), Is.EqualTo(Figures(plain[t])), $"forecast {t}");
        Assert.That(Figures(changed[400]), Is.EqualTo(Figures(plain[400])));
        Assert.That(Figures(changed[^1]), Is.Not.EqualTo(Figures(plain[^1])), "the test sees a change at all");
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(21)]
    public void Returns_of_several_days_do_not_overlap_and_leave_nothing_out(int periods)
    {
        var days = Run(ForecastModel.Normal, returns, periods);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(days, Has.Count.EqualTo((Days - 500) / periods));
            Assert.That(days.Sum(day => day.Return), Is.EqualTo(returns.Skip(500).Take(days.Count * periods).Sum()).Within(1e-12));
            Assert.That(days[0].Date, Is.EqualTo(dates[500 + periods - 1]));
        }
    }

    [Test]
    public void Forecasts_begin_where_they_are_asked_to_with_the_window_before_it()
    {
        var all = RollingBacktest.Run(returns, dates, Forecasters.Create(ForecastModel.Normal, new(), "a"), 500, 1);
        var late = RollingBacktest.Run(returns, dates, Forecasters.Create(ForecastModel.Normal, new(), "a"), 500, 1, dates[800]);
        Assert.That(late.Select(Figures), Is.EqualTo(all.Skip(300).Select(Figures)));
    }

    /// <summary>The model that made the data has the breaches it promises; the one that ignores clustering has them in clusters.</summary>
    [Test]
    public void Garch_data_pass_under_garch()
    {
        var breaches = Run(ForecastModel.Garch, returns).Select(day => day.Return < -day.Forecast.ValueAtRisk(0.05)).ToArray();
        var proportion = CoverageTests.KupiecPof(breaches.Count(b => b), breaches.Length, 0.05);
        var both = CoverageTests.ConditionalCoverage(proportion, CoverageTests.Independence(Transitions.Of(breaches)));
        Assert.That(both.PValue, Is.GreaterThan(0.05));
    }

    [Test]
    public void Fits_are_as_rare_as_asked()
    {
        var forecaster = Forecasters.Create(ForecastModel.StudentT, new ForecastOptions(Refit: 50), "a");
        RollingBacktest.Run(returns, dates, forecaster, 500, 1);
        Assert.That(forecaster.Fits.Made, Is.EqualTo(22));
    }

    private static IReadOnlyList<BacktestDay> Run(ForecastModel model, double[] series, int periods = 1) =>
        RollingBacktest.Run(series, dates, Forecasters.Create(model, new ForecastOptions(periods, Refit: 100), "a"), 500, periods);

    private static (double, double) Figures(BacktestDay day) => (day.Forecast.ValueAtRisk(0.01), day.Forecast.ExpectedShortfall(0.01));
}
