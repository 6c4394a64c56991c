using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace RiskEngine.Reporting.Files;

/// <summary>Writes arrays as NumPy reads them, and reads them back: format version 1.0, little-endian float32, row-major
/// (NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays").</summary>
public static partial class NpyFile
{
    private const int Alignment = 64;
    private const int PreambleLength = 10; // magic, version, length of the header

    /// <summary>Writes a matrix.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="rows">Its rows, all of one length.</param>
    /// <param name="cancellation">Ends the writing between rows.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static async Task WriteAsync(Stream stream, IReadOnlyList<ReadOnlyMemory<float>> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(rows);
        var length = rows.Count == 0 ? 0 : rows[0].Length;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != length)
            {
                throw new ArgumentException(
                    $"Expected rows of one length, found {length} values in row 0 and {rows[i].Length} in row {i}.",
                    nameof(rows)
                );
            }
        }

        await stream.WriteAsync(Header(rows.Count, length), cancellation);
        foreach (var row in rows)
            await stream.WriteAsync(LittleEndian(row.Span), cancellation);
    }

    /// <summary>The rows of a matrix that <see cref="WriteAsync"/> wrote; null where the bytes are another array, or not whole.</summary>
    public static float[][]? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < PreambleLength || !bytes.StartsWith((ReadOnlySpan<byte>)[0x93, .. "NUMPY"u8, 1, 0]))
            return null;
        var start = PreambleLength + (bytes[8] | bytes[9] << 8);
        if (start > bytes.Length || Shape().Match(Encoding.ASCII.GetString(bytes[PreambleLength..start])) is not { Success: true } shape)
            return null;
        var (rows, length) = (Number(shape, "rows"), Number(shape, "length"));
        var data = bytes[start..];
        if (data.Length != (long)rows * length * sizeof(float))
            return null;
        var matrix = new float[rows][];
        for (var r = 0; r < rows; r++)
        {
            matrix[r] = new float[length];
            for (var i = 0; i < length; i++)
                matrix[r][i] = BinaryPrimitives.ReadSingleLittleEndian(data[((r * length + i) * sizeof(float))..]);
        }

        return matrix;
    }

    private static int Number(Match shape, string name) => int.Parse(shape.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\{'descr': '<f4', 'fortran_order': False, 'shape': \((?<rows>[0-9]{1,6}), (?<length>[0-9]{1,9})\), \} *\n$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Shape();

    private static byte[] LittleEndian(ReadOnlySpan<float> values)
    {
        var bytes = MemoryMarshal.AsBytes(values).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            for (var i = 0; i < bytes.Length; i += sizeof(float))
                Array.Reverse(bytes, i, sizeof(float));
        }

        return bytes;
    }

    private static byte[] Header(int rows, int length)
    {
        var description = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {length}), }}";
        var beyond = (PreambleLength + description.Length + 1) % Alignment;
        var text = description + new string(' ', (Alignment - beyond) % Alignment) + "\n";
        byte[] preamble = [0x93, .. "NUMPY"u8, 1, 0, (byte)(text.Length & 0xFF), (byte)(text.Length >> 8)];
        return [.. preamble, .. Encoding.ASCII.GetBytes(text)];
    }
}
