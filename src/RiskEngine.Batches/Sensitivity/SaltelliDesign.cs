using RiskEngine.Batches.Sweeps;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>
/// Points for Sobol indices: two independent samples A and B of Sobol points, and for each number A with B's column of it (Saltelli et al.
/// 2010, Variance based sensitivity analysis of model output, section 3: the design A, B, A_B). The points of one row follow each other.
/// </summary>
/// <param name="ranges">The numbers.</param>
/// <param name="rows">Base points, a power of two.</param>
/// <param name="seed">Seed of the scrambling.</param>
public sealed class SaltelliDesign(IReadOnlyList<SweptRange> ranges, int rows, ulong seed) : SweepDesign
{
    private readonly SobolCube cube = new(Math.Max(1, 2 * ranges.Count), seed);

    /// <summary>Points of a row: A, B, and one a number.</summary>
    public int Width => ranges.Count + 2;

    /// <inheritdoc/>
    public override long Count => (long)rows * Width;

    /// <inheritdoc/>
    public override IReadOnlyList<SweptValue> At(long point)
    {
        var (row, place) = Math.DivRem(point, Width);
        return [.. ranges.Select((range, i) => range.At(cube.At(place == 1 || place == i + 2 ? ranges.Count + i : i, row)))];
    }

    /// <summary>Where a number stands in A and in B, as quantiles.</summary>
    public (double A, double B) Place(int row, int number) => (cube.At(number, row), cube.At(ranges.Count + number, row));
}
