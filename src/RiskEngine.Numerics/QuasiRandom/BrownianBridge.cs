using System.Numerics.Tensors;

namespace RiskEngine.Numerics.QuasiRandom;

/// <summary>Makes the normals of time steps from normals that are ordered by how much of a path they decide.</summary>
/// <remarks>
/// The first normal places Brownian motion at the first time of the order, each further one at a time given those placed before it
/// (Glasserman 2003, Monte Carlo Methods in Financial Engineering, section 3.1, eq. 3.10); the steps' normals are the increments over root
/// h. An orthogonal change of coordinates: independent standard normals go in and come out.
/// </remarks>
public sealed class BrownianBridge
{
    private readonly double[] times;
    private readonly Placement[] placements;

    /// <summary>Prepares a bridge.</summary>
    /// <param name="times">The ends of the steps, rising from above 0; the motion starts from 0 at time 0.</param>
    /// <param name="first">Places of the times to be placed first, in this order; the rest follow, the middle of the longest gap
    /// first.</param>
    public BrownianBridge(IReadOnlyList<double> times, IReadOnlyList<int> first)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(first);
        this.times = [.. times];
        placements = [.. Order(this.times, first)];
        Placed = [.. placements.Select(p => p.At)];
    }

    /// <summary>Which step's end each normal places.</summary>
    public IReadOnlyList<int> Placed { get; }

    /// <summary>What a placing normal of one, all others zero, makes of the steps' normals.</summary>
    /// <param name="place">Its place in the order.</param>
    public double[] StepsOf(int place)
    {
        var rows = new float[times.Length];
        rows[place] = 1;
        Apply(rows, new float[times.Length]);
        return [.. rows.Select(x => (double)x)];
    }

    /// <summary>
    /// Turns placing normals into the steps' normals, in place: row k of the input places the k-th time of the order, row k of the output
    /// is step k's.
    /// </summary>
    /// <param name="rows">As many rows as times.</param>
    /// <param name="motion">Room for as many numbers.</param>
    public void Apply(Span<float> rows, Span<float> motion)
    {
        var length = rows.Length / times.Length;
        for (var k = 0; k < placements.Length; k++)
        {
            var p = placements[k];
            var to = motion.Slice(p.At * length, length);
            TensorPrimitives.Multiply(rows.Slice(k * length, length), p.Deviation, to);
            if (p.Left >= 0)
                TensorPrimitives.MultiplyAdd(motion.Slice(p.Left * length, length), p.OfLeft, to, to);
            if (p.Right >= 0)
                TensorPrimitives.MultiplyAdd(motion.Slice(p.Right * length, length), p.OfRight, to, to);
        }

        for (var step = 0; step < times.Length; step++)
        {
            var to = rows.Slice(step * length, length);
            var end = motion.Slice(step * length, length);
            if (step == 0)
                end.CopyTo(to);
            else
                TensorPrimitives.Subtract(end, motion.Slice((step - 1) * length, length), to);
            TensorPrimitives.Multiply(to, (float)(1 / Math.Sqrt(times[step] - (step == 0 ? 0 : times[step - 1]))), to);
        }
    }

    private static IEnumerable<Placement> Order(double[] times, IReadOnlyList<int> first)
    {
        var placed = new bool[times.Length];
        for (var k = 0; k < times.Length; k++)
        {
            var at = k < first.Count ? first[k] : InLongestGap(times, placed);
            var left = at - 1;
            while (left >= 0 && !placed[left])
                left--;
            var right = at + 1;
            while (right < times.Length && !placed[right])
                right++;
            placed[at] = true;
            var before = left < 0 ? 0 : times[left];
            if (right == times.Length)
            {
                yield return new Placement(at, left, -1, 1, 0, (float)Math.Sqrt(times[at] - before));
                continue;
            }

            var (gap, share) = (times[right] - before, (times[at] - before) / (times[right] - before));
            yield return new Placement(at, left, right, (float)(1 - share), (float)share, (float)Math.Sqrt(share * (1 - share) * gap));
        }
    }

    /// <summary>The time not yet placed that is nearest to the middle of the longest gap between placed ones.</summary>
    private static int InLongestGap(double[] times, bool[] placed)
    {
        var (best, longest) = (-1, -1.0);
        for (var from = -1; from < times.Length; from++)
        {
            if (from >= 0 && !placed[from])
                continue;
            var to = from + 1;
            while (to < times.Length && !placed[to])
                to++;
            if (to - from < 2)
                continue;

            // Beyond the last placed time there is no right end: its last time comes next.
            var (start, end) = (from < 0 ? 0 : times[from], times[Math.Min(to, times.Length - 1)]);
            if (end - start <= longest)
                continue;
            longest = end - start;
            best =
                to == times.Length
                    ? times.Length - 1
                    : Enumerable.Range(from + 1, to - from - 1).MinBy(k => Math.Abs(times[k] - (start + end) / 2));
        }

        return best;
    }

    private readonly record struct Placement(int At, int Left, int Right, float OfLeft, float OfRight, float Deviation);
}
