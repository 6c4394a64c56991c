using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>Simulated returns over several days: 10,048 paths for each forecast.</summary>
internal static class SimulatedSums
{
    /// <summary>Of VaR at 99% this leaves an error of about 2% of itself.</summary>
    public const int Paths = 157 * RandomStream.PathGroup;

    /// <summary>Sums of independent daily returns.</summary>
    /// <param name="stream">The series' stream; each forecast and day has its own step of it.</param>
    /// <param name="number">Which forecast.</param>
    /// <param name="periods">How many days.</param>
    /// <param name="draw">A day's return from a uniform number.</param>
    public static EmpiricalShape Of(RandomStream stream, int number, int periods, Func<double, double> draw)
    {
        var sums = new double[Paths];
        var uniforms = new double[Paths];
        for (var day = 0; day < periods; day++)
        {
            stream.FillUniforms(0, (uint)((number * periods) + day), uniforms);
            for (var path = 0; path < Paths; path++)
                sums[path] += draw(uniforms[path]);
        }

        return new EmpiricalShape(sums);
    }
}
