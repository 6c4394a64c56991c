using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Reporting.Data;

/// <summary>An estimate in results.json: null stands for what is not available.</summary>
/// <param name="Value">The value.</param>
/// <param name="StandardError">Its standard error, in the value's unit.</param>
/// <param name="Low">Lower end of the 95% interval.</param>
/// <param name="High">Upper end of the 95% interval.</param>
public sealed record FigureData(double? Value, double? StandardError, double? Low, double? High)
{
    /// <summary>The figure of an estimate.</summary>
    public static FigureData From(Estimate estimate) =>
        new(Known(estimate.Value), Known(estimate.StandardError), Known(estimate.Low), Known(estimate.High));

    /// <summary>The estimate of the figure.</summary>
    public Estimate ToEstimate() => new(Value ?? double.NaN, StandardError ?? double.NaN, Low ?? double.NaN, High ?? double.NaN);

    /// <summary>The number, or null when it is none: JSON has no word for it.</summary>
    internal static double? Known(double value) => double.IsFinite(value) ? value : null;
}
