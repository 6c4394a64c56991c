using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>Values of factors or instruments at the horizons: one contiguous column each, one number a path.</summary>
public sealed class HorizonColumns
{
    private readonly float[][] columns;
    private readonly int horizons;

    internal HorizonColumns(int count, int horizons, int paths)
    {
        (Count, this.horizons) = (count, horizons);
        columns = new float[count * horizons][];
        for (var at = 0; at < columns.Length; at++)
            columns[at] = new float[paths];
    }

    /// <summary>How many factors or instruments there are; 0 where they are not kept.</summary>
    public int Count { get; }

    /// <summary>All columns.</summary>
    public IReadOnlyList<float[]> All => columns;

    /// <summary>One of them at a horizon.</summary>
    /// <param name="at">The factor or instrument, by its place in the model's list.</param>
    /// <param name="horizon">The horizon.</param>
    public float[] this[int at, HorizonIndex horizon]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)horizon.Value, (uint)horizons, nameof(horizon));
            return columns[(at * horizons) + horizon.Value];
        }
    }
}
