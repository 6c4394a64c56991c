using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Processes;

/// <summary>
/// Dated points on a transformed scale, linear in time between points (a logarithm gives constant growth, a logit an S-curve), the
/// last value kept after the last point.
/// </summary>
internal static class DatedPath
{
    /// <summary>The transformed path at every date of the grid.</summary>
    /// <param name="points">Points in rising order, the first not after the as-of date.</param>
    /// <param name="grid">The dates.</param>
    /// <param name="transform">From a value to the scale on which the path is linear.</param>
    public static double[] On(IReadOnlyList<DatedValue> points, TimeGrid grid, Func<double, double> transform)
    {
        var path = new double[grid.Dates.Count];
        for (var i = 0; i < path.Length; i++)
            path[i] = At(points, grid.Dates[i], transform);
        return path;
    }

    /// <summary>What a path must be for any kind: points in rising order that start at or before the as-of date.</summary>
    public static IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        if (factor.Path.Count == 0)
            yield break;
        for (var i = 1; i < factor.Path.Count; i++)
        {
            if (factor.Path[i].Date <= factor.Path[i - 1].Date)
            {
                yield return $"expected path dates in rising order, found {factor.Path[i].Date:yyyy-MM-dd} after "
                    + $"{factor.Path[i - 1].Date:yyyy-MM-dd}";
            }
        }

        if (factor.Path[0].Date > asOf)
        {
            yield return $"expected a path that starts on or before the as-of date {asOf:yyyy-MM-dd}, found a first point on "
                + $"{factor.Path[0].Date:yyyy-MM-dd}";
        }
    }

    /// <summary>By how much the path rises a year from a date on, up to the next point; zero after the last one.</summary>
    public static double Slope(IReadOnlyList<DatedValue> points, DateOnly date)
    {
        var next = 0;
        while (next < points.Count && points[next].Date <= date)
            next++;
        if (next == 0 || next == points.Count)
            return 0;
        return (points[next].Value - points[next - 1].Value) / DayCount.Years(points[next - 1].Date, points[next].Date);
    }

    /// <summary>The transformed path on a day, which is not before the first point.</summary>
    public static double At(IReadOnlyList<DatedValue> points, DateOnly date, Func<double, double> transform)
    {
        var next = 0;
        while (next < points.Count && points[next].Date <= date)
            next++;
        if (next == points.Count)
            return transform(points[^1].Value);
        var (from, to) = (points[next - 1], points[next]);
        var part = DayCount.Years(from.Date, date) / DayCount.Years(from.Date, to.Date);
        return transform(from.Value) + part * (transform(to.Value) - transform(from.Value));
    }
}
