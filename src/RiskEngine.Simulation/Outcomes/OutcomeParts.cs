using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RiskEngine.Simulation.Paths;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// Writes the outcomes of a part of the paths, and puts parts together to the outcomes of all: the bits that simulating all at once would
/// have left. Bytes are those of memory, little-endian, column after column; neither names nor lengths are among them, for the case and the
/// selection tell both.
/// </summary>
public static class OutcomeParts
{
    /// <summary>Writes all that outcomes hold.</summary>
    public static void Write(CaseOutcomes part, Stream into)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(into);
        part.Show(new Writer(into));
    }

    /// <summary>Reads what was written of each part of the paths.</summary>
    /// <param name="whole">Where it goes: outcomes of all paths, as <see cref="PathSimulator.Empty"/> gives them.</param>
    /// <param name="parts">The parts in the order of their paths, without gaps, and where each is read from.</param>
    /// <param name="receipt">Takes the bytes of what was put together; they do not depend on how many parts there were.</param>
    /// <exception cref="EndOfStreamException">A part holds less than its paths need.</exception>
    public static void Read(CaseOutcomes whole, IReadOnlyList<(PathPart Part, Stream From)> parts, IncrementalHash receipt)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(receipt);
        whole.Show(new Reader(parts, receipt));
    }

    private sealed class Writer(Stream into) : IOutcomeVisitor
    {
        public void Column<T>(T[] column)
            where T : unmanaged
        {
            // Bytes are counted by an int, and a column may have more.
            foreach (var (from, count) in Stretches<T>(0, column.Length))
                into.Write(MemoryMarshal.AsBytes(column.AsSpan(from, count)));
        }

        public void Bits(ulong[] words) => Column(words);

        public void Counts(int[] counts) => Column(counts);
    }

    private sealed class Reader(IReadOnlyList<(PathPart Part, Stream From)> parts, IncrementalHash receipt) : IOutcomeVisitor
    {
        public void Column<T>(T[] column)
            where T : unmanaged
        {
            foreach (var (part, from) in parts)
                Fill(column, part.First, part.Among(column.Length), from);
            Note(column);
        }

        public void Bits(ulong[] words)
        {
            foreach (var (part, from) in parts)
                Fill(words, part.First / PathBits.WordBits, (part.Count + PathBits.WordBits - 1) / PathBits.WordBits, from);
            Note(words);
        }

        public void Counts(int[] counts)
        {
            var some = new int[counts.Length];
            foreach (var (_, from) in parts)
            {
                Fill(some, 0, some.Length, from);
                for (var at = 0; at < counts.Length; at++)
                    counts[at] += some[at];
            }

            Note(counts);
        }

        private static void Fill<T>(T[] column, int at, int count, Stream from)
            where T : unmanaged
        {
            foreach (var (begin, some) in Stretches<T>(at, count))
                from.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan(begin, some)));
        }

        private void Note<T>(T[] column)
            where T : unmanaged
        {
            foreach (var (from, count) in Stretches<T>(0, column.Length))
                receipt.AppendData(MemoryMarshal.AsBytes(column.AsSpan(from, count)));
        }
    }

    private static IEnumerable<(int From, int Count)> Stretches<T>(int from, int count)
        where T : unmanaged
    {
        const int Most = 1 << 26;
        for (var at = 0; at < count; at += Most)
            yield return (from + at, Math.Min(Most, count - at));
    }
}
