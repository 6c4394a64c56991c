using System.Buffers.Binary;

namespace RiskEngine.Reporting.WhatIf;

/// <summary>
/// Numbers in 16 bits each, evenly spaced from the lowest to the highest: number = low + (code - 1) x step, off by half a step at most.
/// </summary>
/// <param name="Low">The number of code 1.</param>
/// <param name="Step">From one code to the next; 0 where all are equal.</param>
/// <param name="Codes">The codes, two bytes each, low byte first, in Base64. Code 0 stands for minus infinity.</param>
public sealed record PackedColumn(double Low, double Step, string Codes)
{
    private const int Highest = ushort.MaxValue;

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
        var bytes = new byte[sizeof(ushort) * numbers.Count];
        for (var k = 0; k < numbers.Count; k++)
        {
            var code =
                double.IsNegativeInfinity(numbers[k]) ? 0
                : step == 0 ? 1
                : 1 + (ushort)Math.Round((numbers[k] - low) / step);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(sizeof(ushort) * k), (ushort)Math.Min(code, Highest));
        }

        return new(low, step, Convert.ToBase64String(bytes));
    }
}
