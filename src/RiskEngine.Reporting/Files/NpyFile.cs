using System.Runtime.InteropServices;
using System.Text;

namespace RiskEngine.Reporting.Files;

/// <summary>Writes arrays as NumPy reads them: format version 1.0, little-endian float32, row-major
/// (NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays").</summary>
public static class NpyFile
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
                throw new ArgumentException(
                    $"Expected rows of one length, found {length} values in row 0 and {rows[i].Length} in row {i}.",
                    nameof(rows)
                );
        }

        await stream.WriteAsync(Header(rows.Count, length), cancellation);
        foreach (var row in rows)
            await stream.WriteAsync(LittleEndian(row.Span), cancellation);
    }

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
