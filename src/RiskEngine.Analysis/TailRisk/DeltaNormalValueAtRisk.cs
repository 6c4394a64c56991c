using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>Value at risk of a normal profit with mean zero whose deviation deltas and covariances give.</summary>
public static class DeltaNormalValueAtRisk
{
    /// <summary>The deviation times the normal quantile: known without sampling, so without an error.</summary>
    /// <param name="deviation">Standard deviation of the profit relative to the start value, 0 or more.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    public static Estimate At(double deviation, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        return Estimate.Exact(0 - (deviation * Normal.InvCDF(0, 1, TailMean.ProbabilityOf(level))));
    }

    /// <summary>A column's measures with those of its portfolio's deltas.</summary>
    public static MeasureSet AddTo(MeasureSet measures, double deviation)
    {
        ArgumentNullException.ThrowIfNull(measures);
        return new MeasureSet(
            measures.Select(m =>
                KeyValuePair.Create(
                    m.Key,
                    m.Key == MeasureKinds.Var95DeltaNormal ? At(deviation, 0.95)
                        : m.Key == MeasureKinds.Var99DeltaNormal ? At(deviation, 0.99)
                        : m.Value
                )
            )
        );
    }
}
