using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Calibration.Tests;

/// <summary>Data whose parameters are known, from fixed seeds.</summary>
internal static class Simulated
{
    public static double[] Normals(int seed, int count)
    {
        var stream = RandomStream.Create((ulong)seed, "simulated");
        return [.. Enumerable.Range(0, count).Select(path => (double)stream.Normal(path, 0))];
    }

    /// <summary>Student's t as a normal over the root of an independent mean of squares (Student 1908).</summary>
    public static double[] StudentT(int seed, int count, int degreesOfFreedom)
    {
        var stream = RandomStream.Create((ulong)seed, "simulated");
        return [.. Enumerable.Range(0, count).Select(path => stream.Normal(path, 0) / Math.Sqrt(MeanSquare(path)))];

        double MeanSquare(int path) => Enumerable.Range(1, degreesOfFreedom).Average(step => Math.Pow(stream.Normal(path, (uint)step), 2));
    }

    /// <summary>GARCH(1,1) from its long-run variance, with standard normal shocks or those given (brought to variance 1).</summary>
    public static double[] Garch(int seed, int count, GarchParameters law, double[]? shocks = null)
    {
        var z = shocks ?? Normals(seed, count);
        var unit = shocks is null ? 1 : Math.Sqrt(shocks.Average(value => value * value));
        var (returns, h) = (new double[count], law.LongRunVariance);
        for (var t = 0; t < count; t++)
        {
            returns[t] = law.Mean + (Math.Sqrt(h) * z[t] / unit);
            h = law.Next(h, returns[t]);
        }

        return returns;
    }

    /// <summary>Weekly Fridays from 2000-01-07 and prices from 100 along the log returns.</summary>
    public static PriceHistory Weekly(params (string Id, double[] Returns)[] columns)
    {
        var count = columns[0].Returns.Length + 1;
        var dates = Enumerable.Range(0, count).Select(week => new DateOnly(2000, 1, 7).AddDays(7 * week)).ToArray();
        return new PriceHistory(dates, [.. columns.Select(column => column.Id)], [.. columns.Select(column => Prices(column.Returns))]);
    }

    private static double[] Prices(double[] returns)
    {
        var prices = new double[returns.Length + 1];
        prices[0] = 100;
        for (var t = 0; t < returns.Length; t++)
            prices[t + 1] = prices[t] * Math.Exp(returns[t]);
        return prices;
    }
}
