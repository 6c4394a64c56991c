using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;
using RiskEngine.Results;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>From instruments' values at the headline horizon, with and without events, to what the base case expects of them.</summary>
internal static class ReturnDecompositionMeasuring
{
    // Below this part of its start value a stake counts as lost, and its logarithm says nothing.
    private const float Lost = 1e-6f;

    public static IReadOnlyList<ReturnDecomposition> Of(Scenario scenario, Planner planner, float[][] with, float[][] without)
    {
        var model = scenario.Base.Model;
        var horizon = scenario.HeadlineHorizon;
        return
        [
            .. model.Instruments.Select(
                (instrument, i) =>
                {
                    var exposures = model.ExposuresOf(instrument);
                    return new ReturnDecomposition
                    {
                        Instrument = instrument,
                        RiskFree = model.RiskFreeRate,
                        Premium = exposures.Sum(e => e.Size * model.Factors.First(f => f.Id == e.Factor).Premium),
                        NotPricedIn = planner.NotPricedIn(instrument, horizon.Date) / horizon.Years,
                        Events = Difference(with[i], without[i], horizon.Years),
                        Expected = LogMean(with[i], horizon.Years),
                        Volatility = planner.OwnRiskOf(instrument.Id).Volatility,
                        OwnVolatility = planner.OwnRiskOf(instrument.Id).OwnVolatility,
                        SimulatedVolatility = Volatility(with[i], horizon.Years),
                        Exposures = exposures,
                    };
                }
            ),
        ];
    }

    /// <summary>ln of the mean, a year; error by the delta method. Not available where nothing is left on any path.</summary>
    private static Estimate LogMean(float[] values, double years)
    {
        var mean = MomentMeasures.Mean(ColumnMoments.Of(values));
        return mean.Value < Lost
            ? Estimate.NotAvailable
            : Estimate.Normal(Math.Log(mean.Value) / years, mean.StandardError / mean.Value / years);
    }

    /// <summary>
    /// ln of the ratio of two means on the same paths, a year; error from the paired influence values x / mean(x) - y / mean(y). Not
    /// available where either is nothing.
    /// </summary>
    private static Estimate Difference(float[] with, float[] without, double years)
    {
        var (x, y) = (MomentMeasures.Mean(ColumnMoments.Of(with)).Value, MomentMeasures.Mean(ColumnMoments.Of(without)).Value);
        if (x < Lost || y < Lost)
            return Estimate.NotAvailable;
        var influence = new float[with.Length];
        for (var k = 0; k < influence.Length; k++)
            influence[k] = (float)(with[k] / x - without[k] / y);
        return Estimate.Normal(Math.Log(x / y) / years, MomentMeasures.Mean(ColumnMoments.Of(influence)).StandardError / years);
    }

    private static Estimate Volatility(float[] values, double years)
    {
        if (Array.Exists(values, v => v < Lost))
            return Estimate.NotAvailable;
        var logs = Array.ConvertAll(values, v => (float)Math.Log(v));
        var deviation = MomentMeasures.StandardDeviation(ColumnMoments.Of(logs));
        return Estimate.Normal(deviation.Value / Math.Sqrt(years), deviation.StandardError / Math.Sqrt(years));
    }
}
