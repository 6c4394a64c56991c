using System.Runtime.InteropServices;

namespace RiskEngine.Abstractions.Measures;

/// <summary>
/// A figure taken from simulated paths, with its sampling error. All four numbers share the unit of the value.
/// </summary>
/// <remarks>
/// Not a number means "not available": a measure that does not exist for a column (a Sharpe ratio without deviation) has all four
/// numbers NaN (<see cref="NotAvailable"/>); one whose error the sample is too small to tell has its value, and NaN in the other
/// three (<see cref="WithoutError"/>). Reports print "n/a" and the reason that <see cref="MeasureKind.NotAvailableWhen"/> gives.
/// Infinity never occurs.
/// </remarks>
/// <param name="Value">The point estimate.</param>
/// <param name="StandardError">Its standard error, 0 or more. Where the interval is not built from it, half the interval's width /
/// 1.959964.</param>
/// <param name="Low">Lower end of the two-sided 95% confidence interval.</param>
/// <param name="High">Upper end of the two-sided 95% confidence interval; the interval need not be symmetric around the value.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Estimate(double Value, double StandardError, double Low, double High)
{
    /// <summary>The standard normal quantile at 97.5%: half-width of a 95% interval in standard errors.</summary>
    public const double IntervalHalfWidth = 1.959963984540054;

    /// <summary>The measure does not exist for this column: NaN throughout.</summary>
    public static Estimate NotAvailable => new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Whether there is a value.</summary>
    public bool IsAvailable => !double.IsNaN(Value);

    /// <summary>Whether the error and the interval are known.</summary>
    public bool HasError => !double.IsNaN(StandardError);

    /// <summary>A figure without sampling error: the interval is the value itself.</summary>
    public static Estimate Exact(double value) => Normal(value, 0);

    /// <summary>A figure whose error the sample is too small to tell.</summary>
    public static Estimate WithoutError(double value) => new(value, double.NaN, double.NaN, double.NaN);

    /// <summary>A figure with a normal error: the interval is value ± 1.959964 standard errors.</summary>
    /// <param name="value">The point estimate; NaN gives <see cref="NotAvailable"/>.</param>
    /// <param name="standardError">0 or more; NaN gives <see cref="WithoutError"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard error is negative.</exception>
    public static Estimate Normal(double value, double standardError)
    {
        if (standardError < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "Expected a standard error of 0 or more.");
        }

        if (double.IsNaN(value))
        {
            return NotAvailable;
        }

        var half = IntervalHalfWidth * standardError;
        return new Estimate(value, standardError, value - half, value + half);
    }

    /// <summary>A figure whose 95% interval is known first; its standard error is the interval's width / (2 x 1.959964).</summary>
    /// <exception cref="ArgumentException">The lower end lies above the upper end.</exception>
    public static Estimate FromInterval(double value, double low, double high)
    {
        if (low > high)
        {
            throw new ArgumentException(
                $"Expected an interval whose lower end is not above its upper end, found {low} to {high}.",
                nameof(low)
            );
        }

        return new Estimate(value, (high - low) / (2 * IntervalHalfWidth), low, high);
    }

    /// <summary>The same figure with the opposite sign (a profit told as a loss).</summary>
    public Estimate Negate() => new(0 - Value, StandardError, 0 - High, 0 - Low); // 0 - x: zero stays +0, which prints without a sign
}
