using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Calibration.Backtesting.Coverage;

/// <summary>
/// Tests of expected shortfall: Z1 asks how bad breaches were, given that they came; Z2 also how often they came (Acerbi and Szekely 2014,
/// Backtesting expected shortfall, Risk; eqs. 5 and 6). Their distribution under the model has no closed form and is simulated from the
/// very forecasts that are tested.
/// </summary>
public static class AcerbiSzekely
{
    /// <summary>Both tests for a series of forecasts and what happened.</summary>
    /// <param name="forecasts">One a day.</param>
    /// <param name="returns">What happened, one a day.</param>
    /// <param name="tail">The probability of a breach.</param>
    /// <param name="stream">The random stream of the simulations; uniforms are drawn from it.</param>
    /// <param name="simulations">How many, a multiple of 64; some multiples of one by the significance.</param>
    /// <param name="significance">The probability of a value below the critical one when the model is right, between 0 and 1.</param>
    /// <returns>Z1 (NaN without a breach) and Z2.</returns>
    public static (ShortfallTest Z1, ShortfallTest Z2) Test(
        IReadOnlyList<ReturnForecast> forecasts,
        IReadOnlyList<double> returns,
        double tail,
        RandomStream stream,
        int simulations,
        double significance = 0.05
    )
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(returns);
        if (!(significance is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(significance), significance, "Expected a significance between 0 and 1.");
        if (forecasts.Count != returns.Count)
            throw new ArgumentException($"Expected {forecasts.Count} returns, one a forecast, found {returns.Count}.", nameof(returns));
        var (sum, count) = (0.0, 0);
        var shortfalls = new double[forecasts.Count];
        for (var t = 0; t < shortfalls.Length; t++)
        {
            shortfalls[t] = forecasts[t].ExpectedShortfall(tail);
            if (returns[t] >= -forecasts[t].ValueAtRisk(tail))
                continue;
            sum += returns[t] / shortfalls[t];
            count++;
        }

        var (first, second) = Simulate(forecasts, shortfalls, tail, stream, simulations);
        return (Of(Z1(sum, count), first, significance), Of(Z2(sum, forecasts.Count, tail), second, significance));
    }

    /// <summary>Z1 = sum of X I/ES over breaches, by their number, plus 1.</summary>
    private static double Z1(double sum, int breaches) => breaches == 0 ? double.NaN : (sum / breaches) + 1;

    /// <summary>Z2 = sum of X I/(T alpha ES), plus 1.</summary>
    private static double Z2(double sum, int days, double tail) => (sum / (days * tail)) + 1;

    /// <summary>Z1 and Z2 when each return is drawn from its forecast, in rising order; only draws in the tail need their return.</summary>
    private static (double[] First, double[] Second) Simulate(
        IReadOnlyList<ReturnForecast> forecasts,
        double[] shortfalls,
        double tail,
        RandomStream stream,
        int simulations
    )
    {
        var (sums, counts, uniforms) = (new double[simulations], new int[simulations], new double[simulations]);
        for (var t = 0; t < shortfalls.Length; t++)
        {
            stream.FillUniforms(0, (uint)t, uniforms);
            for (var s = 0; s < simulations; s++)
            {
                if (uniforms[s] >= tail)
                    continue;
                sums[s] += forecasts[t].Draw(uniforms[s]) / shortfalls[t];
                counts[s]++;
            }
        }

        double[] first = [.. Enumerable.Range(0, simulations).Where(s => counts[s] > 0).Select(s => Z1(sums[s], counts[s])).Order()];
        double[] second = [.. sums.Select(sum => Z2(sum, shortfalls.Length, tail)).Order()];
        return (first, second);
    }

    private static ShortfallTest Of(double statistic, double[] simulated, double significance)
    {
        if (simulated.Length == 0)
            return new ShortfallTest(statistic, double.NaN, double.NaN);
        var critical = simulated[Math.Max(0, (int)Math.Ceiling(significance * simulated.Length) - 1)];
        if (double.IsNaN(statistic))
            return new ShortfallTest(statistic, critical, double.NaN);
        var below = simulated.Count(z => z <= statistic);
        return new ShortfallTest(statistic, critical, (below + 1.0) / (simulated.Length + 1));
    }
}
