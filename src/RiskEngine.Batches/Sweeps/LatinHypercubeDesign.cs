using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sweeps;

/// <summary>
/// A Latin hypercube: of n points each path has exactly one in each nth of its distribution, at a random place in it, and which of them
/// meet is random (McKay, Beckman and Conover, 1979, A comparison of three methods, section 2).
/// </summary>
public sealed class LatinHypercubeDesign : SweepDesign
{
    private readonly IReadOnlyList<SweptRange> ranges;
    private readonly int points;
    private readonly int[][] strata;
    private readonly RandomStream[] places;

    /// <summary>Plans it.</summary>
    /// <param name="ranges">The paths.</param>
    /// <param name="points">Number of points, above zero.</param>
    /// <param name="seed">Seed of the design; a path's strata do not depend on the others.</param>
    public LatinHypercubeDesign(IReadOnlyList<SweptRange> ranges, int points, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        (this.ranges, this.points) = (ranges, points);
        strata = [.. ranges.Select(r => Shuffled(points, RandomStream.Create(seed, $"latin-hypercube/{r.Path}/strata")))];
        places = [.. ranges.Select(r => RandomStream.Create(seed, $"latin-hypercube/{r.Path}/places"))];
    }

    /// <inheritdoc/>
    public override long Count => points;

    /// <inheritdoc/>
    public override IReadOnlyList<SweptValue> At(long point) =>
        [.. ranges.Select((range, i) => range.At((strata[i][point] + places[i].Uniform(point, 0)) / points))];

    /// <summary>The numbers below a count in random order (Fisher and Yates, in Durstenfeld's form, 1964).</summary>
    private static int[] Shuffled(int count, RandomStream stream)
    {
        int[] numbers = [.. Enumerable.Range(0, count)];
        for (var last = count - 1; last > 0; last--)
        {
            var other = (int)(stream.Uniform(last, 0) * (last + 1));
            (numbers[last], numbers[other]) = (numbers[other], numbers[last]);
        }

        return numbers;
    }
}
