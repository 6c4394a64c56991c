using System.Numerics.Tensors;

namespace RiskEngine.Numerics.Histograms;

/// <summary>Counts numbers in equal bins as they come, so that quantiles of any number of them need fixed memory.</summary>
/// <remarks>
/// Bin i holds [low + i w, low + (i + 1) w) with w = (high - low) / bins; what lies below low or at high and above is counted as under-
/// and overflow, and the smallest and largest number are kept. Counts are integers and merge by addition: order, blocks and threads
/// do not change a single bit. One instance serves one thread at a time.
/// </remarks>
public sealed class StreamingHistogram
{
    // Underflow first, overflow last.
    private readonly long[] counts;
    private readonly double perUnit;

    /// <summary>An empty histogram.</summary>
    /// <param name="low">The lower edge of the first bin; finite.</param>
    /// <param name="high">The upper edge of the last bin; finite, above <paramref name="low"/>.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <exception cref="ArgumentException">An edge is not finite, the edges are not in order, or there is no bin.</exception>
    public StreamingHistogram(double low, double high, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (!double.IsFinite(low) || !double.IsFinite(high - low) || low >= high)
            throw new ArgumentException($"Expected finite edges, low below high; found {low} and {high}.", nameof(high));
        (Low, High, Bins) = (low, high, bins);
        counts = new long[bins + 2];
        perUnit = bins / (high - low);
    }

    /// <summary>The lower edge of the first bin.</summary>
    public double Low { get; }

    /// <summary>The upper edge of the last bin.</summary>
    public double High { get; }

    /// <summary>The number of bins between the edges.</summary>
    public int Bins { get; }

    /// <summary>How many numbers were added, under- and overflow included.</summary>
    public long Count { get; private set; }

    /// <summary>How many numbers were below <see cref="Low"/>.</summary>
    public long Underflow => counts[0];

    /// <summary>How many numbers were at or above <see cref="High"/>.</summary>
    public long Overflow => counts[^1];

    /// <summary>The smallest number added; positive infinity when there is none.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest number added; negative infinity when there is none.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>The counts of the bins, lowest first, without under- and overflow.</summary>
    public ReadOnlySpan<long> Counts => counts.AsSpan(1, Bins);

    /// <summary>Adds numbers; infinities count as under- or overflow.</summary>
    /// <exception cref="ArgumentException">One of them is not a number; then none was added.</exception>
    public void Add(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return;
        var smallest = TensorPrimitives.Min(values);
        if (double.IsNaN(smallest)) throw new ArgumentException($"Expected numbers; found {smallest} among {values.Length} of them.", nameof(values));
        Extend(smallest, TensorPrimitives.Max(values), values.Length);
        foreach (var value in values) counts[Slot(value)]++;
    }

    /// <summary>Adds numbers; infinities count as under- or overflow.</summary>
    /// <exception cref="ArgumentException">One of them is not a number; then none was added.</exception>
    public void Add(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty) return;
        var smallest = TensorPrimitives.Min(values);
        if (float.IsNaN(smallest)) throw new ArgumentException($"Expected numbers; found {smallest} among {values.Length} of them.", nameof(values));
        Extend(smallest, TensorPrimitives.Max(values), values.Length);
        foreach (var value in values) counts[Slot(value)]++;
    }

    /// <summary>Adds what another histogram of the same bins has counted.</summary>
    /// <exception cref="ArgumentException">The bins differ.</exception>
    public void Merge(StreamingHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Low != Low || other.High != High || other.Bins != Bins)
        {
            throw new ArgumentException(
                $"Expected {Bins} bins over [{Low}, {High}]; found {other.Bins} over [{other.Low}, {other.High}].", nameof(other));
        }

        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        Count += other.Count;
        Minimum = Math.Min(Minimum, other.Minimum);
        Maximum = Math.Max(Maximum, other.Maximum);
    }

    /// <summary>The number below which a share of all numbers lies.</summary>
    /// <remarks>
    /// The numbers of a bin count as spread evenly over it, those of the under- and overflow over what lies between the edge and the
    /// smallest or largest number (that number itself when it is infinite), and no quantile is outside the smallest and largest number.
    /// Within the edges the error is at most one bin.
    /// </remarks>
    /// <param name="probability">The share, from 0 (the smallest number) to 1 (the largest).</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1].</exception>
    /// <exception cref="InvalidOperationException">There are no numbers.</exception>
    public double Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability from 0 to 1.");
        if (Count == 0) throw new InvalidOperationException("Expected numbers to take a quantile of; found an empty histogram.");
        if (probability == 0) return Minimum;
        if (probability == 1) return Maximum;

        var rank = probability * Count;
        var below = 0.0;
        var slot = 0;
        while (slot < counts.Length - 1 && below + counts[slot] < rank) below += counts[slot++];
        var (from, to) = Edges(slot);
        if (double.IsInfinity(from)) return from;
        if (double.IsInfinity(to)) return to;
        return Math.Clamp(from + ((to - from) * ((rank - below) / counts[slot])), Minimum, Maximum);
    }

    private (double From, double To) Edges(int slot) => slot switch
    {
        0 => (Minimum, Low),
        _ when slot == counts.Length - 1 => (High, Maximum),
        _ => (Low + ((slot - 1) / perUnit), Low + (slot / perUnit)),
    };

    // Rounding may carry a number just below High into a bin that is not there.
    private int Slot(double value)
    {
        if (value < Low) return 0;
        return value >= High ? Bins + 1 : Math.Min((int)((value - Low) * perUnit), Bins - 1) + 1;
    }

    private void Extend(double smallest, double largest, int added)
    {
        Minimum = Math.Min(Minimum, smallest);
        Maximum = Math.Max(Maximum, largest);
        Count += added;
    }
}
