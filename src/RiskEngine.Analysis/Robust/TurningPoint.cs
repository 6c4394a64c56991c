using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Robust;

/// <summary>
/// How wrong the model must be before a mean changes its sign: the smallest relative entropy of a distribution that gives it a mean of
/// zero.
/// </summary>
/// <param name="Mean">The mean under the model.</param>
/// <param name="Radius">The smallest relative entropy, in nats; not available where all paths lie on one side of zero, so that no
/// reweighting turns it.</param>
public sealed record TurningPoint(Estimate Mean, Estimate Radius)
{
    /// <summary>The radius as a shift of a normal variable's mean, in standard deviations: sqrt(2 radius).</summary>
    public double Deviations => Math.Sqrt(2 * Radius.Value);

    /// <summary>
    /// How often someone who saw one outcome, and had to say which of the two models it came from, would be wrong: 0.5 is a guess
    /// (Anderson, Hansen and Sargent 2003, for normals at this distance).
    /// </summary>
    public double DetectionError => DetectionErrorAt(Radius.Value);

    /// <summary>The detection error at a relative entropy.</summary>
    public static double DetectionErrorAt(double radius) => Normal.CDF(0, 1, -Math.Sqrt(2 * radius) / 2);

    /// <summary>Finds it.</summary>
    /// <remarks>
    /// The distribution is the exponential tilt of the model at which the mean is zero (Csiszar 1975). For a normal effect the radius is
    /// (mean / deviation)^2 / 2.
    /// </remarks>
    /// <param name="effects">The difference of two decisions on each path, such as profits with advice less those without; all
    /// finite.</param>
    /// <param name="weights">The model's path probabilities.</param>
    public static TurningPoint Of(ReadOnlySpan<float> effects, PathWeights weights = default)
    {
        var mean = Location.MomentMeasures.Mean(ColumnMoments.Of(effects, weights));
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        var column = new double[effects.Length];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = effects[i];
            if (!weights.AreEqual && weights.Probabilities[i] == 0)
                continue;
            (low, high) = (Math.Min(low, column[i]), Math.Max(high, column[i]));
        }

        return new TurningPoint(mean, low < 0 && high > 0 ? new Tilt(column, weights).EntropyOfZeroMean() : Estimate.NotAvailable);
    }
}
