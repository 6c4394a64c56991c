using RiskEngine.Abstractions.Prices;
using RiskEngine.Backtesting;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Tests.Backtesting;

public sealed class BacktesterTests
{
    private const int Days = 700;

    private static readonly BacktestModel[] models = [BacktestModel.Normal, BacktestModel.Historical, BacktestModel.FilteredHistorical];
    private static readonly PriceHistory history = Prices();
    private static readonly BacktestResults results = Run(new BacktestSettings(0.95, 200));

    [Test]
    public void The_figures_of_a_model_belong_together()
    {
        foreach (var model in results.Series[0].Models)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(model.Points, Has.Count.EqualTo(Days - 1 - 200));
                Assert.That(model.Breaches, Is.EqualTo(model.Points.Count(p => p.Return < -p.ValueAtRisk)));
                Assert.That(model.Transitions.Sum(), Is.EqualTo(model.Points.Count - 1));
                Assert.That(model.ProbabilityCounts.Sum(), Is.EqualTo(model.Points.Count));
                Assert.That(model.ExpectedBreaches, Is.EqualTo(0.05 * model.Points.Count).Within(1e-9));
                Assert.That(
                    model.KupiecPof.IsRefused,
                    Is.EqualTo(model.Breaches < model.Accepted.Fewest || model.Breaches > model.Accepted.Most)
                );
                Assert.That(model.Points.Select(p => p.ExpectedShortfall > p.ValueAtRisk), Is.All.True);
                Assert.That(model.RecentLight.Days, Is.EqualTo(250));
            }
        }
    }

    /// <summary>
    /// Independent normal returns: the normal model is right, so no test should refuse it (one in twenty would by chance; the seed is
    /// fixed).
    /// </summary>
    [Test]
    public void A_right_model_holds() => Assert.That(results.Series[0].Models[0].Holds, Is.True);

    [Test]
    public void The_same_input_gives_the_same_bits()
    {
        var again = Run(new BacktestSettings(0.95, 200));
        Assert.That(again.Series[0].Models.Select(m => m.ShortfallZ2), Is.EqualTo(results.Series[0].Models.Select(m => m.ShortfallZ2)));
        Assert.That(again.Series[0].Models[2].Points, Is.EqualTo(results.Series[0].Models[2].Points));
    }

    [Test]
    public void A_portfolio_s_figures_do_not_depend_on_the_others()
    {
        var alone = Backtester.Run(history, [], [new("B", [("B", 1)])], models, new BacktestSettings(0.95, 200, Periods: 5));
        var both = Backtester.Run(
            history,
            [],
            [new("A", [("A", 1)]), new("B", [("B", 1)])],
            models,
            new BacktestSettings(0.95, 200, Periods: 5)
        );
        Assert.That(both.Series[1].Models.Select(m => m.Points), Is.EqualTo(alone.Series[0].Models.Select(m => m.Points)));
    }

    [Test]
    public void Weights_add_to_one() =>
        Assert.That(results.Series[0].Holdings, Is.EqualTo(new[] { new BacktestHolding("A", 0.75), new BacktestHolding("B", 0.25) }));

    [Test]
    public void Too_few_prices_are_refused_in_a_sentence() =>
        Assert.That(
            () => Run(new BacktestSettings(0.99, 690)),
            Throws.ArgumentException.With.Message.StartWith(
                "'core': expected prices for 20 forecasts of 1 trading days or more after a window of 690, found 700 days with a price"
            )
        );

    private static BacktestResults Run(BacktestSettings settings) =>
        Backtester.Run(history, [], [new("core", [("A", 3), ("B", 1)])], models, settings);

    private static PriceHistory Prices()
    {
        var columns = new[] { "A", "B" }.Select(name =>
        {
            var stream = RandomStream.Create(5, name);
            var (prices, x) = (new double[Days], 0.0);
            for (var t = 0; t < Days; t++)
            {
                prices[t] = 100 * Math.Exp(x);
                x += 0.01 * stream.Normal(t, 0);
            }

            return prices;
        });
        return new PriceHistory([.. Enumerable.Range(0, Days).Select(t => new DateOnly(2024, 1, 1).AddDays(t))], ["A", "B"], [.. columns]);
    }
}
