using RiskEngine.Calibration.Backtesting;
using RiskEngine.Calibration.Backtesting.Coverage;
using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Backtesting;

/// <summary>Puts the forecasts of one model to all tests.</summary>
internal static class BacktestMeasuring
{
    private const int Tenths = 10;
    private const int BaselDays = 250;

    public static ModelBacktest Measure(
        BacktestModel model,
        string name,
        IReadOnlyList<BacktestDay> days,
        FitCount fits,
        BacktestSettings settings
    )
    {
        var tail = settings.Tail;
        BacktestPoint[] points =
        [
            .. days.Select(day => new BacktestPoint(
                day.Date,
                day.Return,
                day.Forecast.ValueAtRisk(tail),
                day.Forecast.ExpectedShortfall(tail),
                day.Forecast.Probability(day.Return)
            )),
        ];
        var breaches = Array.ConvertAll(points, point => point.IsBreach);
        var (count, first) = (breaches.Count(b => b), Array.IndexOf(breaches, value: true));
        var transitions = Transitions.Of(breaches);
        var proportion = CoverageTests.KupiecPof(count, points.Length, tail);
        var independence = CoverageTests.Independence(transitions);
        var stream = RandomStream.Create(settings.Seed, $"backtest/acerbi-szekely/{name}");
        var (z1, z2) = AcerbiSzekely.Test(
            [.. days.Select(day => day.Forecast)],
            [.. days.Select(day => day.Return)],
            tail,
            stream,
            settings.Simulations,
            settings.Significance
        );
        BacktestTest Of(CoverageTest test) => new(test.Statistic, test.PValue) { Significance = settings.Significance };
        BacktestTest OfShortfall(ShortfallTest test) =>
            new(test.Statistic, test.PValue, test.CriticalValue) { Significance = settings.Significance };
        return new ModelBacktest
        {
            Model = model,
            Points = points,
            Breaches = count,
            ExpectedBreaches = points.Length * tail,
            Accepted = Accepted(points.Length, tail, settings.Significance),
            Transitions = [transitions.N00, transitions.N01, transitions.N10, transitions.N11],
            Binomial = Of(CoverageTests.Binomial(count, points.Length, tail)),
            KupiecPof = Of(proportion),
            KupiecTuff = Of(CoverageTests.KupiecTuff(first < 0 ? null : first + 1, tail)),
            Independence = Of(independence),
            ConditionalCoverage = Of(CoverageTests.ConditionalCoverage(proportion, independence)),
            ShortfallZ1 = OfShortfall(z1),
            ShortfallZ2 = OfShortfall(z2),
            Light = Light(breaches, tail),
            RecentLight = Light(breaches[Math.Max(0, breaches.Length - BaselDays)..], tail),
            ProbabilityCounts = Counts(points),
            Fits = fits.Made,
            FailedFits = fits.Failed,
        };
    }

    /// <summary>
    /// The counts with which Kupiec's test does not refuse: one unbroken range, for the likelihood ratio grows away from what is expected.
    /// </summary>
    private static (int Fewest, int Most) Accepted(int days, double tail, double significance)
    {
        bool IsAccepted(int count) => CoverageTests.KupiecPof(count, days, tail).IsRefusedAt(significance) == false;
        var fewest = Enumerable.Range(0, days + 1).First(IsAccepted);
        var most = fewest;
        while (most < days && IsAccepted(most + 1))
            most++;
        return (fewest, most);
    }

    private static int[] Counts(BacktestPoint[] points)
    {
        var counts = new int[Tenths];
        foreach (var point in points)
            counts[Math.Min((int)(Tenths * point.Probability), Tenths - 1)]++;
        return counts;
    }

    private static BaselLight Light(bool[] breaches, double tail)
    {
        var count = breaches.Count(b => b);
        var light = TrafficLight.Of(count, breaches.Length, tail);
        var zone = light.Zone switch
        {
            TrafficZone.Green => BaselZone.Green,
            TrafficZone.Yellow => BaselZone.Yellow,
            _ => BaselZone.Red,
        };
        return new BaselLight(zone, breaches.Length, count, light.Cumulative, light.Multiplier);
    }
}
