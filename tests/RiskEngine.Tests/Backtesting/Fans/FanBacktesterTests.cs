using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Time;
using RiskEngine.Backtesting;
using RiskEngine.Backtesting.Fans;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Market;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Tests.Backtesting.Fans;

/// <summary>
/// A market whose law the calibration knows: weekly normal returns, betas of 0.5 and 1.5, expected returns of the default premium. Its
/// forecasts are sound, so bands hold what they promise; the seed is fixed.
/// </summary>
public sealed class FanBacktesterTests
{
    private const int Weeks = 1_300;
    private const double RiskFree = 0.02;

    private static readonly DateOnly start = new(2000, 1, 7);
    private static readonly string[] columns = ["M", "A", "B"];
    private static readonly PriceHistory history = Prices(_ => 1);
    private static readonly FanBacktestSettings settings = new([Tenor.Parse("3m"), Tenor.Parse("12m")], OriginSpacing.Quarterly, 1_000);
    private static readonly FanBacktestResults results = Run(history);

    [Test]
    public void Of_a_normal_market_the_bands_hold_and_the_transforms_are_even()
    {
        foreach (var score in results.Instruments.Concat(results.Portfolios))
        {
            using (Assert.EnterMultipleScope())
            {
                foreach (var band in score.Bands)
                {
                    Assert.That(band.PValue, Is.GreaterThan(0.05), $"{score.Horizon} {band.Level}");
                    Assert.That(band.Covered, Is.EqualTo(band.Level).Within(0.12), $"{score.Horizon} {band.Level}");
                }

                Assert.That(score.UniformP, Is.GreaterThan(0.05), $"{score.Horizon}");
                Assert.That(score.TransformCounts.Sum(), Is.EqualTo(score.Forecasts));
            }
        }
    }

    /// <summary>What it says less well than a reference lies within what the bootstrap allows.</summary>
    [Test]
    public void A_sound_forecast_is_no_worse_than_the_references_beyond_chance() =>
        Assert.That(results.Instruments.SelectMany(s => new[] { s.RandomWalkSkill.High, s.HistoricalSkill.High }), Is.All.GreaterThan(0));

    /// <summary>Prices after a day are doubled: forecasts until that day keep their bits.</summary>
    [Test]
    public void What_comes_after_an_origin_changes_nothing_of_its_forecast()
    {
        var day = results.Origins[11]; // the end of a year
        var yearly = settings with { Origins = OriginSpacing.Yearly };
        var changed = Run(Prices(date => date > day ? 2 : 1), yearly);
        foreach (var (series, other) in Run(history, yearly).Series.Zip(changed.Series))
        {
            var until = series.Points[0].TakeWhile(p => p.Origin <= day).Select(p => p.Quantiles).ToArray();

            Assert.That(until, Has.Length.EqualTo(3));
            Assert.That(other.Points[0].Take(3).Select(p => p.Quantiles), Is.EqualTo(until));
            Assert.That(other.Points[0][2].Profit, Is.Not.EqualTo(series.Points[0][2].Profit));
            Assert.That(other.Points[0][3].Quantiles, Is.Not.EqualTo(series.Points[0][3].Quantiles));
        }
    }

    [Test]
    public void A_column_that_is_too_short_is_left_out_by_name_and_the_others_go_on()
    {
        var young = Enumerable.Range(0, Weeks).Select(t => t > Weeks - 60 ? 10.0 + (t % 7) : double.NaN).ToArray();
        var late = Enumerable.Range(0, Weeks).Select(t => t > 600 ? history.PricesOf("A")[t] : double.NaN).ToArray();
        var longer = new PriceHistory(
            history.Dates,
            [.. columns, "LATE", "NEW"],
            [.. columns.Select(c => history.PricesOf(c).ToArray()), late, young]
        );
        var found = Run(longer, settings with { Origins = OriginSpacing.Yearly });

        Assert.That(
            found.LeftOut.Select(l => l.Reason.English),
            Is.EqualTo(new[] { "'NEW' needs 104 returns, has 10, at the last origin, 2023-12-29" })
        );
        Assert.That(found.Series.Select(s => s.Name), Is.EqualTo(new[] { "core", "M", "A", "B", "LATE" }));
        Assert.That(found.Notices.Single().English, Does.StartWith("Forecast from a later date on").And.Contain("LATE 2013"));
    }

    [Test]
    public void Too_short_a_history_is_refused_in_a_sentence() =>
        Assert.That(
            () => Run(history, settings with { Until = start.AddYears(3) }),
            Throws.ArgumentException.With.Message.StartWith("Expected prices for 8 origins or more that have 104 returns before them")
        );

    private static FanBacktestResults Run(PriceHistory prices, FanBacktestSettings? asked = null) =>
        FanBacktester.Run(
            prices,
            [],
            [new BacktestPortfolio("core", [("A", 1), ("B", 1)])],
            new CalibrationOptions(Benchmark: "M"),
            premium: null,
            asked ?? settings
        );

    private static PriceHistory Prices(Func<DateOnly, double> scale)
    {
        (double Beta, double Own)[] terms = [(1, 0), (0.5, 0.1), (1.5, 0.2)];
        const double MarketVolatility = 0.16;
        var dt = 7 / DayCount.DaysPerYear;
        var market = RandomStream.Create(2, "M");
        var dates = Enumerable.Range(0, Weeks).Select(t => start.AddDays(7 * t)).ToArray();
        var prices = terms.Select(
            (term, i) =>
            {
                var own = RandomStream.Create(2, columns[i]);
                var variance = Math.Pow(term.Beta * MarketVolatility, 2) + (term.Own * term.Own);
                var drift = RiskFree + (term.Beta * EquityPremium.Default.Rate) - (variance / 2);
                var (row, x) = (new double[Weeks], 0.0);
                for (var t = 0; t < Weeks; t++)
                {
                    row[t] = 100 * Math.Exp(x) * scale(dates[t]);
                    var shock = (term.Beta * MarketVolatility * market.Normal(t, 0)) + (term.Own * own.Normal(t, 1));
                    x += (drift * dt) + (Math.Sqrt(dt) * shock);
                }

                return row;
            }
        );
        return new PriceHistory(dates, columns, [.. prices]);
    }
}
