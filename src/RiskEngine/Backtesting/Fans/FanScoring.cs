using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Scoring;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Backtesting.Fans;

/// <summary>Coverage, uniformity and skill of forecasts, of one name or of many together.</summary>
/// <param name="test">Tests transforms against the models' own joint paths.</param>
/// <param name="origins">The origins, rising.</param>
/// <param name="settings">Horizons, spacing and seed.</param>
internal sealed class FanScoring(JointCalibrationTest test, IReadOnlyList<DateOnly> origins, FanBacktestSettings settings)
{
    private readonly Dictionary<DateOnly, int> indices = origins.Index().ToDictionary(o => o.Item, o => o.Index);

    /// <summary>One score a horizon that has forecasts.</summary>
    /// <param name="points">By series, its place among all and its forecasts by horizon.</param>
    /// <param name="name">What is scored, for the random streams.</param>
    public IReadOnlyList<FanScore> Of(IReadOnlyList<(int Series, IReadOnlyList<IReadOnlyList<FanPoint>> Points)> points, string name)
    {
        var horizons = settings.Horizons.Index().Where(h => points.Any(s => s.Points[h.Index].Count > 0));
        return [.. horizons.Select(h => Of(points, h.Index, $"backtest/fans/{name}/{h.Item}"))];
    }

    private FanScore Of(IReadOnlyList<(int Series, IReadOnlyList<IReadOnlyList<FanPoint>> Points)> points, int horizon, string stream)
    {
        var all = points.SelectMany(s => s.Points[horizon].Select(p => (s.Series, Point: p))).ToArray();
        var periods = settings.PeriodsOf(settings.Horizons[horizon]);
        var found = test.Test([.. all.Select(p => new ScoredForecast(indices[p.Point.Origin], p.Series, p.Point.Transform))], periods);
        Estimate Skill(string reference, Func<FanPoint, double> score)
        {
            // A history shorter than the horizon has no spans to compare with.
            var byOrigin = all.Select(p => p.Point)
                .Where(p => !double.IsNaN(score(p)))
                .GroupBy(p => p.Origin)
                .OrderBy(g => g.Key)
                .ToArray();
            return byOrigin.Length == 0
                ? Estimate.NotAvailable
                : SkillScore.Of(
                    [.. byOrigin.Select(g => g.Sum(p => p.Crps))],
                    [.. byOrigin.Select(g => g.Sum(score))],
                    periods,
                    RandomStream.Create(settings.Seed, $"{stream}/{reference}")
                );
        }

        return new FanScore(
            settings.Horizons[horizon],
            all.Length,
            [.. FanBacktestSettings.Levels.Select((level, i) => new BandCoverage(level, found.Covered[i], found.CoverageP[i]))],
            found.Counts,
            found.UniformP,
            all.Average(p => p.Point.Crps),
            Skill("random-walk", p => p.RandomWalkCrps),
            Skill("historical", p => p.HistoricalCrps)
        );
    }
}
