using System.Text;

namespace RiskEngine.Fuzzing.Inputs;

/// <summary>Changes a file as mishaps and malice do, its bytes or its structure; the same random numbers give the same bytes.</summary>
/// <param name="random">Decides what changes.</param>
public sealed class Mutator(Random random)
{
    private const int MostChanges = 4;

    private readonly StructureMutator structure = new(random);

    /// <summary>The file with one to four changes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="other">Another file, parts of which may get in.</param>
    public byte[] Mutate(byte[] bytes, byte[] other)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(other);
        for (var change = random.Next(1, MostChanges + 1); change > 0; change--)
            bytes = Change(bytes, other);
        return bytes;
    }

    private byte[] Change(byte[] bytes, byte[] other) =>
        random.Next(18) switch
        {
            0 => Replace(bytes, At(bytes), 1, [(byte)random.Next(256)]),
            1 => Replace(bytes, At(bytes), 0, [(byte)random.Next(256)]),
            2 => Replace(bytes, At(bytes), random.Next(1, 40), []),
            3 => bytes[..At(bytes)],
            4 => Replace(bytes, At(bytes), 0, Part(other, 200)),
            5 => Replace(bytes, LineStart(bytes), 0, Repeated(Line(bytes))),
            6 => Replace(bytes, LineStart(bytes), Line(bytes).Length, []),
            7 => Swapped(bytes),
            8 => Replace(bytes, At(bytes), 0, Encoding.UTF8.GetBytes(Hostile())),
            < 12 => Token(bytes, Encoding.UTF8.GetBytes(Hostile())),
            _ => structure.Mutate(bytes),
        };

    private string Hostile()
    {
        var text = HostileText.All[random.Next(HostileText.All.Count)];
        return random.Next(40) == 0 ? string.Concat(Enumerable.Repeat(text, random.Next(1, 2_000))) : text;
    }

    private int At(byte[] bytes) => random.Next(bytes.Length + 1);

    private byte[] Part(byte[] from, int most)
    {
        var start = At(from);
        return from[start..Math.Min(from.Length, start + random.Next(most))];
    }

    private byte[] Repeated(byte[] line)
    {
        var times = random.Next(10) == 0 ? random.Next(1, Math.Max(2, 200_000 / (line.Length + 1))) : random.Next(1, 4);
        return [.. Enumerable.Repeat(line, times).SelectMany(b => b)];
    }

    private int lineStart;

    private int LineStart(byte[] bytes) => lineStart = bytes.AsSpan(0, At(bytes)).LastIndexOf((byte)'\n') + 1;

    private byte[] Line(byte[] bytes)
    {
        var end = bytes.AsSpan(lineStart).IndexOf((byte)'\n');
        return bytes[lineStart..(end < 0 ? bytes.Length : lineStart + end + 1)];
    }

    private byte[] Swapped(byte[] bytes)
    {
        var first = LineStart(bytes);
        var line = Line(bytes);
        return Replace(Replace(bytes, first, line.Length, []), Math.Min(At(bytes), bytes.Length - line.Length), 0, line);
    }

    /// <summary>Puts something in the place of a word or number.</summary>
    private byte[] Token(byte[] bytes, byte[] by)
    {
        var start = At(bytes);
        while (start < bytes.Length && !IsWord(bytes[start]))
            start++;
        var end = start;
        while (start > 0 && IsWord(bytes[start - 1]))
            start--;
        while (end < bytes.Length && IsWord(bytes[end]))
            end++;
        return Replace(bytes, start, end - start, by);
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' or >= 128;

    private static byte[] Replace(byte[] bytes, int at, int count, byte[] by) =>
        [.. bytes.AsSpan(0, at), .. by, .. bytes.AsSpan(Math.Min(bytes.Length, at + count))];
}
