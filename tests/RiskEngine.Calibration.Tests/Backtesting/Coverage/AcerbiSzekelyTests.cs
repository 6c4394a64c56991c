using RiskEngine.Calibration.Backtesting.Coverage;
using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Calibration.Tests.Backtesting.Coverage;

public sealed class AcerbiSzekelyTests
{
    private const int Simulations = 64_000;
    private const double Tail = 0.025;

    private static readonly RandomStream stream = RandomStream.Create(20260206, "acerbi-szekely");

    /// <summary>Acerbi and Szekely (2014), Backtesting expected shortfall: 5% critical values of Z2 for 250 days at 2.5%.</summary>
    [TestCase(0, -0.700)]
    [TestCase(3, -0.814)]
    public void The_published_critical_values_come_out(int degreesOfFreedom, double critical)
    {
        var shape = degreesOfFreedom == 0 ? NormalShape.Instance : (IReturnShape)new StudentTShape(degreesOfFreedom);
        var forecasts = Enumerable.Repeat(new ReturnForecast(0, 0.01, shape), 250).ToArray();
        var (_, second) = AcerbiSzekely.Test(forecasts, new double[250], Tail, stream, Simulations);

        // The error of a simulated 5% quantile is sqrt(0.05 x 0.95/n)/f with the density f there, about 0.25: 0.0034; four of them and the
        // rounding.
        Assert.That(second.CriticalValue, Is.EqualTo(critical).Within(0.015));
    }

    /// <summary>The same, at 0.01%: -1.8 for tails like a normal distribution's (Acerbi and Szekely 2014, table 3).</summary>
    [Test]
    public void So_do_those_of_other_levels_of_significance()
    {
        var forecasts = Enumerable.Repeat(new ReturnForecast(0, 0.01, NormalShape.Instance), 250).ToArray();
        var (_, second) = AcerbiSzekely.Test(forecasts, new double[250], Tail, stream, 320_000, 0.0001);

        // 32 simulations lie below it: their number is known to 18%, and a change of it by e moves the quantile by about 0.3.
        Assert.That(second.CriticalValue, Is.EqualTo(-1.8).Within(0.05 + 4 * 0.18 * 0.2));
        Assert.That(
            () => AcerbiSzekely.Test(forecasts, new double[250], Tail, stream, 640, 0),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    /// <summary>
    /// By hand: two breaches, of 1.5 and of 1 times ES, in 100 days at 2.5%: Z1 = -2.5/2 + 1, Z2 = -2.5/(100 x 0.025) + 1.
    /// </summary>
    [Test]
    public void Both_statistics_are_those_of_their_definition()
    {
        var forecast = new ReturnForecast(0, 1, NormalShape.Instance);
        var returns = new double[100];
        returns[10] = -1.5 * forecast.ExpectedShortfall(Tail);
        returns[60] = -forecast.ExpectedShortfall(Tail);
        var (first, second) = AcerbiSzekely.Test(Enumerable.Repeat(forecast, 100).ToArray(), returns, Tail, stream, 640);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Statistic, Is.EqualTo(-0.25).Within(1e-12));
            Assert.That(second.Statistic, Is.EqualTo(0).Within(1e-12));
        }
    }

    [Test]
    public void Losses_worse_than_forecast_are_refused_and_right_forecasts_are_not()
    {
        var z = Simulated.Normals(91, 1000);
        var forecasts = Enumerable.Repeat(new ReturnForecast(0, 1, NormalShape.Instance), z.Length).ToArray();
        var (_, right) = AcerbiSzekely.Test(forecasts, z, Tail, stream, 6400);
        var (_, wrong) = AcerbiSzekely.Test(forecasts, Array.ConvertAll(z, x => 1.3 * x), Tail, stream, 6400);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(right.PValue, Is.GreaterThan(0.05));
            Assert.That(wrong.PValue, Is.LessThan(0.001));
            Assert.That(wrong.Statistic, Is.LessThan(wrong.CriticalValue));
        }
    }

    [Test]
    public void Without_a_breach_there_is_no_first_test()
    {
        var forecasts = Enumerable.Repeat(new ReturnForecast(0, 1, NormalShape.Instance), 30).ToArray();
        var (first, second) = AcerbiSzekely.Test(forecasts, new double[30], Tail, stream, 640);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Statistic, Is.NaN);
            Assert.That(first.PValue, Is.NaN);
            Assert.That(second.Statistic, Is.EqualTo(1));
        }
    }
}
