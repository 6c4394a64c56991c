using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sweeps;

/// <summary>Points of a scrambled Sobol sequence over the distributions of the paths; the most even with a power of two.</summary>
/// <param name="ranges">The paths.</param>
/// <param name="points">Number of points, above zero.</param>
/// <param name="seed">Seed of the scrambling.</param>
public sealed class SobolDesign(IReadOnlyList<SweptRange> ranges, int points, ulong seed) : SweepDesign
{
    private readonly SobolCube cube = new(Math.Max(1, ranges.Count), seed);

    /// <inheritdoc/>
    public override long Count => points;

    /// <inheritdoc/>
    public override IReadOnlyList<SweptValue> At(long point) => [.. ranges.Select((range, i) => range.At(cube.At(i, point)))];
}
