using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;

namespace RiskEngine.Calibration.Market;

/// <summary>An instrument as a market file says it: its exposures, rounded as written, and its volatility.</summary>
public sealed class InstrumentTerms
{
    private InstrumentTerms((FactorCalibration Factor, ParameterEstimate Size)[] exposures, double explained, double own)
    {
        Exposures = exposures;
        Volatility = Math.Ceiling((1e6 * Math.Sqrt(explained + own)) - 1e-6) / 1e6;
        OwnVolatility = Math.Round(Math.Sqrt(own), 6);
    }

    /// <summary>The exposures; without an error where the instrument is the factor itself.</summary>
    public IReadOnlyList<(FactorCalibration Factor, ParameterEstimate Size)> Exposures { get; }

    /// <summary>The volatility a year, of factors and own risk together.</summary>
    public double Volatility { get; }

    /// <summary>The own risk's part of it, a year; zero where the instrument is a factor itself.</summary>
    public double OwnVolatility { get; }

    /// <summary>The terms of one instrument.</summary>
    public static InstrumentTerms Of(CalibrationResult result, InstrumentCalibration entry)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(entry);
        var exposures = ExposuresOf(result, entry);
        if (exposures.Length == 0)
            return new InstrumentTerms(exposures, 0, OwnVariance(entry));
        var (systematic, residual) = (0.0, 0.0);
        foreach (var (factor, size) in exposures)
        {
            var variance = Square(size.Value * Written(factor));
            (systematic, residual) =
                factor.Role == FactorRole.Residual ? (systematic, residual + variance) : (systematic + variance, residual);
        }

        // An instrument that is a factor itself has no own risk. With the factors' fitted volatilities the sum may differ a little from the
        // sample's, and the engine demands that it is no less than what the exposures explain.
        var own = exposures is [(_, { Value: 1, StandardError: 0 })] ? 0 : OwnVariance(entry);
        return new InstrumentTerms(exposures, systematic + residual, Math.Max(0, own - residual));
    }

    /// <summary>A factor's volatility as written.</summary>
    public static double Written(FactorCalibration factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Math.Round(factor.Volatility.Value, 6);
    }

    /// <summary>The variance that market and sector do not explain, before any residual factor.</summary>
    public static double OwnVariance(InstrumentCalibration entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Square(entry.Exposures?.ResidualVolatility.Value ?? entry.Volatility.Annualised.Value);
    }

    private static (FactorCalibration Factor, ParameterEstimate Size)[] ExposuresOf(CalibrationResult result, InstrumentCalibration entry)
    {
        var one = new ParameterEstimate(1, 0);
        if (result.Benchmark is null)
            return [(result.Factors.First(factor => factor.Column == entry.Instrument), one)];
        if (entry.Instrument == result.Benchmark)
            return [(result.Factors[0], one)];
        List<(FactorCalibration, ParameterEstimate)> found = [];
        if (entry.Exposures is { } fitted)
        {
            found.Add((result.Factors[0], Rounded(fitted.Market)));
            if (fitted.Sector is { } sector)
                found.Add((result.Factors[1], Rounded(sector)));
        }

        var residual = result.Factors.Where(factor => factor.Role == FactorRole.Residual).ToArray();
        for (var k = 0; k < entry.Residual.Count; k++)
        {
            if (Rounded(entry.Residual[k]) is { Value: not 0 } size)
                found.Add((residual[k], size));
        }

        return [.. found];
    }

    private static ParameterEstimate Rounded(ParameterEstimate estimate) => estimate with { Value = Math.Round(estimate.Value, 4) };

    private static double Square(double x) => x * x;
}
