namespace RiskEngine.Simulation.Outcomes;

/// <summary>Values over time of the first paths, from which fan charts are drawn: one contiguous column a series and date.</summary>
public sealed class FanColumns
{
    private readonly float[][] columns;
    private readonly int dates;

    internal FanColumns(int count, int dates, int paths)
    {
        (Count, this.dates) = (count, dates);
        columns = new float[count * dates][];
        for (var at = 0; at < columns.Length; at++)
            columns[at] = new float[paths];
    }

    /// <summary>How many series there are; 0 where none are kept.</summary>
    public int Count { get; }

    /// <summary>All columns.</summary>
    public IReadOnlyList<float[]> All => columns;

    /// <summary>A series, a column a date.</summary>
    public IReadOnlyList<float[]> this[int series] => new ArraySegment<float[]>(columns, series * dates, dates);

    /// <summary>A series on a date, by its place among the dates that are kept.</summary>
    public float[] this[int series, int date]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)date, (uint)dates, nameof(date));
            return columns[(series * dates) + date];
        }
    }
}
