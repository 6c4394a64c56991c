using MathNet.Numerics.Distributions;

namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>The standard normal distribution.</summary>
public sealed class NormalShape : IReturnShape
{
    /// <summary>The one there is.</summary>
    public static NormalShape Instance { get; } = new();

    /// <inheritdoc/>
    public double Quantile(double p) => Normal.InvCDF(0, 1, p);

    /// <summary>-phi(z_p)/p.</summary>
    public double TailMean(double p) => -Normal.PDF(0, 1, Quantile(p)) / p;

    /// <inheritdoc/>
    public double Probability(double z) => Math.Clamp(Normal.CDF(0, 1, z), double.Epsilon, 1 - 1e-16);
}
