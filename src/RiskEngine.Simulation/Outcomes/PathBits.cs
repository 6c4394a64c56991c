using System.Numerics;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>A set of paths, a bit each.</summary>
/// <param name="paths">Number of paths.</param>
internal sealed class PathBits(int paths)
{
    /// <summary>Paths in a word.</summary>
    public const int WordBits = 64;

    private readonly ulong[] words = new ulong[(paths + WordBits - 1) / WordBits];

    /// <summary>The bits, 64 paths a word.</summary>
    public ulong[] Words => words;

    /// <summary>How many bytes a set takes.</summary>
    public static long BytesOf(int paths) => ((long)paths + WordBits - 1) / WordBits * sizeof(ulong);

    /// <summary>Puts a path in. Two threads may not do so within the same 64 paths.</summary>
    public void Add(long path) => words[path / WordBits] |= 1UL << (int)(path % WordBits);

    /// <summary>Puts in what another set of as many paths holds.</summary>
    public void Add(PathBits other)
    {
        for (var w = 0; w < words.Length; w++)
            words[w] |= other.words[w];
    }

    /// <summary>Leaves out all paths from one on.</summary>
    public void Cut(int from)
    {
        if (from >= words.Length * WordBits)
            return;
        words[from / WordBits] &= (1UL << (from % WordBits)) - 1;
        words.AsSpan((from / WordBits) + 1).Clear();
    }

    /// <summary>How many paths there are.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Where each group of so many paths begins, in ascending order: the place that <see cref="Read"/> goes on from.</summary>
    public int[] Starts(int size)
    {
        var (starts, seen) = (new List<int>(), 0);
        for (var w = 0; w < words.Length; w++)
        {
            var (word, before) = (words[w], seen);
            seen += BitOperations.PopCount(word);
            while (before < seen && starts.Count * size < seen)
            {
                // Bits below the group's first one belong to the group before it.
                for (; before < starts.Count * size; before++)
                    word &= word - 1;
                starts.Add((w * WordBits) + BitOperations.TrailingZeroCount(word));
            }
        }

        return [.. starts];
    }

    /// <summary>Writes down the paths from a place on, as many as there are and fit.</summary>
    /// <returns>How many.</returns>
    public int Read(int from, Span<int> into)
    {
        var (w, count) = (from / WordBits, 0);
        var word = words[w] & (ulong.MaxValue << (from % WordBits));
        while (count < into.Length)
        {
            for (; word == 0; word = words[w])
            {
                if (++w == words.Length)
                    return count;
            }

            into[count++] = (w * WordBits) + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
        }

        return count;
    }
}
