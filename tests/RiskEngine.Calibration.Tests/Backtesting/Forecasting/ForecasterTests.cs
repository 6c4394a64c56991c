using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Backtesting.Forecasting;

public sealed class ForecasterTests
{
    private static readonly ForecastModel[] models = Enum.GetValues<ForecastModel>();

    /// <summary>
    /// Hull, Options, Futures, and Other Derivatives, ch. 22: $10m in one share at 2% a day and $5m in another at 1%, correlation 0.3; the
    /// ten-day VaR at 99% is 1,620,114 (with 2.3263 for the normal quantile; the book rounds it to 2.33 and has 1,622,657).
    /// </summary>
    [Test]
    public void The_two_asset_portfolio_of_Hull_has_its_value_at_risk()
    {
        // Two samples with exactly these deviations and this correlation: orthogonal signs.
        double[] first = [1, 1, -1, -1],
            second = [1, -1, 1, -1];
        var unit = Math.Sqrt(3.0 / 4);
        var portfolio = first
            .Zip(second, (a, b) => unit * ((10.0 / 15 * 0.02 * a) + (5.0 / 15 * 0.01 * ((0.3 * a) + (Math.Sqrt(1 - 0.09) * b)))))
            .ToArray();
        var forecast = Forecasters.Create(ForecastModel.Normal, new ForecastOptions(Periods: 10), "hull").Forecast(portfolio, 0);
        Assert.That(15e6 * forecast.ValueAtRisk(0.01), Is.EqualTo(1_620_114).Within(1));
    }

    /// <summary>For independent normal returns every model must find much the same: 2.326 deviations a day.</summary>
    [TestCaseSource(nameof(models))]
    public void Independent_normal_returns_have_the_normal_value_at_risk(ForecastModel model)
    {
        var window = Array.ConvertAll(Simulated.Normals(101, 2000), z => 0.01 * z);
        var forecast = Forecasters.Create(model, new ForecastOptions(), "one").Forecast(window, 0);

        // A sample's 1% quantile has an error of sqrt(0.01 x 0.99/2000)/0.0267 = 0.083 deviations: four of them.
        Assert.That(forecast.ValueAtRisk(0.01), Is.EqualTo(0.02326).Within(0.0034));
    }

    [TestCaseSource(nameof(models))]
    public void Over_several_days_risk_grows_about_with_the_root_of_time(ForecastModel model)
    {
        var window = Array.ConvertAll(Simulated.Normals(102, 2000), z => 0.01 * z);
        var day = Forecasters.Create(model, new ForecastOptions(), "one").Forecast(window, 0).ValueAtRisk(0.01);
        var week = Forecasters.Create(model, new ForecastOptions(Periods: 5), "one").Forecast(window, 0).ValueAtRisk(0.01);
        Assert.That(week / day, Is.EqualTo(Math.Sqrt(5)).Within(20).Percent);
    }

    /// <summary>The simulated variance of a GARCH sum against its closed form (<see cref="GarchParameters.SumVariance"/>).</summary>
    [Test]
    public void Garch_over_several_days_has_the_variance_of_its_closed_form()
    {
        var window = Simulated.Garch(103, 1500, new GarchParameters(0, 0.0001, 0.1, 0.85));
        var law = Garch.Parameters(window)!.Value;
        var next = law.Filter(window, Variance(window), new double[window.Length]);
        var shape = Forecasters.Create(ForecastModel.Garch, new ForecastOptions(Periods: 21), "sum").Forecast(window, 0).Shape;
        var simulated = Enumerable.Range(0, 10_000).Select(k => shape.Quantile((k + 0.5) / 10_000)).Average(x => x * x);

        // Of 10,048 draws with a kurtosis of about 4 the variance is known to sqrt(3/10,048) = 1.7%: four of them.
        Assert.That(simulated, Is.EqualTo(law.SumVariance(next, 21)).Within(7).Percent);
    }

    [Test]
    public void After_a_storm_the_conditional_models_ask_for_more_than_the_window()
    {
        var window = Simulated.Garch(104, 1000, new GarchParameters(0, 0.0001, 0.1, 0.88));
        for (var t = 990; t < 1000; t++)
            window[t] = t % 2 == 0 ? 0.05 : -0.05;
        double At(ForecastModel model) => Forecasters.Create(model, new ForecastOptions(), "storm").Forecast(window, 0).ValueAtRisk(0.01);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(At(ForecastModel.Garch), Is.GreaterThan(1.5 * At(ForecastModel.Normal)));
            Assert.That(At(ForecastModel.FilteredHistorical), Is.GreaterThan(1.3 * At(ForecastModel.Historical)));
        }
    }

    private static double Variance(double[] x)
    {
        var mean = x.Average();
        return x.Sum(value => (value - mean) * (value - mean)) / (x.Length - 1);
    }
}
