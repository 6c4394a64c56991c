namespace RiskEngine.Reporting.WhatIf;

/// <summary>
/// Numbers in 12 bits each, evenly spaced from the lowest to the highest: number = low + (code - 1) x step, off by half a step at most.
/// That is little beside the sampling error of some thousand paths, and more paths fit into a page.
/// </summary>
/// <param name="Low">The number of code 1.</param>
/// <param name="Step">From one code to the next; 0 where all are equal.</param>
/// <param name="Codes">Two letters of the Base64 alphabet a code, its upper six bits first. Code 0 stands for minus infinity.</param>
public sealed record PackedColumn(double Low, double Step, string Codes)
{
    private const int Highest = 4095;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>Packs numbers.</summary>
    /// <param name="numbers">Finite, or minus infinity.</param>
    /// <exception cref="ArgumentException">One of them is neither.</exception>
    public static PackedColumn Of(IReadOnlyList<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var k = 0; k < numbers.Count; k++)
        {
            if (double.IsNegativeInfinity(numbers[k]))
                continue;
            if (!double.IsFinite(numbers[k]))
                throw new ArgumentException($"Expected finite numbers or minus infinity, found {numbers[k]} at {k}.", nameof(numbers));
            (low, high) = (Math.Min(low, numbers[k]), Math.Max(high, numbers[k]));
        }

        if (low > high)
            (low, high) = (0, 0);
        var step = (high - low) / (Highest - 1);
        var letters = new char[2 * numbers.Count];
        for (var k = 0; k < numbers.Count; k++)
        {
            var code =
                double.IsNegativeInfinity(numbers[k]) ? 0
                : step == 0 ? 1
                : Math.Min(1 + (int)Math.Round((numbers[k] - low) / step), Highest);
            letters[2 * k] = Letters[code >> 6];
            letters[(2 * k) + 1] = Letters[code & 63];
        }

        return new(low, step, new string(letters));
    }
}
