using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Time;
using RiskEngine.Scoring;

namespace RiskEngine.Backtesting.Fans;

/// <summary>The forecasts that a model must beat, from the same history: a random walk, and the history itself.</summary>
internal sealed class ReferenceForecasts
{
    private const int Points = 999;
    private const double WeeksAYear = 365.25 / 7;

    private static readonly double[] normal = [.. Enumerable.Range(0, Points).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / Points))];

    private readonly double[][] weekly;
    private readonly double[] weights;
    private readonly double deviation;

    private ReferenceForecasts(double[][] weekly, double[] weights)
    {
        (this.weekly, this.weights) = (weekly, weights);
        double[] returns = [.. Enumerable.Range(0, weekly[0].Length - 1).Select(k => Math.Log(Math.Max(1e-9, 1 + Profit(k, 1))))];
        var mean = returns.Average();
        deviation = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / (returns.Length - 1));
    }

    /// <summary>Those of holdings, from closes a week apart until the origin; null with fewer than a year of them.</summary>
    public static ReferenceForecasts? Of(
        Closes closes,
        IReadOnlyList<(string Column, double Weight)> holdings,
        DateOnly origin,
        DateOnly? from
    )
    {
        var columns = holdings.Select(_ => new List<double>()).ToArray();
        for (var date = origin; from is null || date >= from; date = date.AddDays(-7))
        {
            var row = holdings.Select(h => closes.At(h.Column, date)).ToArray();
            if (row.Any(close => close is null))
                break;
            for (var i = 0; i < row.Length; i++)
                columns[i].Add(row[i]!.Value);
        }

        return columns[0].Count > WeeksAYear
            ? new ReferenceForecasts([.. columns.Select(c => c.ToArray())], [.. holdings.Select(h => h.Weight)])
            : null;
    }

    /// <summary>A random walk of the logarithm without drift, with the volatility of the history: quantiles as equally likely
    /// paths.</summary>
    public float[] RandomWalk(Tenor horizon)
    {
        var scale = deviation * Math.Sqrt(WeeksAYear * horizon.Years);
        return Array.ConvertAll(normal, z => (float)(Math.Exp(scale * z) - 1));
    }

    /// <summary>The profits over all spans of that length, a week apart and overlapping; none where the history is shorter.</summary>
    public float[] Historical(Tenor horizon)
    {
        var span = Math.Max(1, (int)Math.Round(WeeksAYear * horizon.Years));
        return [.. Enumerable.Range(0, Math.Max(0, weekly[0].Length - span)).Select(k => (float)Profit(k, span))];
    }

    /// <summary>The profit of the weights over a span that ends so many weeks before the origin.</summary>
    private double Profit(int end, int span)
    {
        var profit = 0.0;
        for (var i = 0; i < weights.Length; i++)
            profit += weights[i] * ((weekly[i][end] / weekly[i][end + span]) - 1);
        return profit;
    }
}
