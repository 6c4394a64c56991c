using RiskEngine.Numerics.QuasiRandom;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Batches.Sweeps;

/// <summary>Scrambled Sobol points in the open unit cube.</summary>
public sealed class SobolCube
{
    private const double Words = 4294967296;

    private readonly ScrambledSobol sobol;
    private readonly uint[] seeds;

    /// <summary>Prepares some dimensions.</summary>
    /// <param name="dimensions">How many, 1 to <see cref="SobolDirections.MostDimensions"/>.</param>
    /// <param name="seed">Seed of the scrambling.</param>
    public SobolCube(int dimensions, ulong seed)
    {
        sobol = new ScrambledSobol(new SobolDirections(dimensions));
        var stream = RandomStream.Create(seed, "sobol-cube/scrambling");
        seeds = [.. Enumerable.Range(0, dimensions).Select(d => stream.Word(d, 0))];
    }

    /// <summary>A coordinate of a point, above 0 and below 1: the middle of one of 2^32 equal steps.</summary>
    public double At(int dimension, long point) => (sobol.Word(dimension, seeds[dimension], (uint)point) + 0.5) / Words;
}
