using System.Runtime.InteropServices;
using System.Text;

namespace RiskEngine.Reporting.Files;

/// <summary>Writes arrays as NumPy reads them: format version 1.0, little-endian float32, row-major
/// (NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays").</summary>
public static class NpyFile
{
    private const int Alignment = 64;
    private const int PreambleLength = 10; // magic, version, length of the header

    /// <summary>Writes one array.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="values">The values, last dimension fastest.</param>
    /// <param name="shape">The length of each dimension; their product is the number of values.</param>
    /// <exception cref="ArgumentException">The shape does not hold so many values.</exception>
    public static void Write(Stream stream, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var count = 1L;
        foreach (var length in shape)
            count = checked(count * length);
        if (count != values.Length)
            throw new ArgumentException($"The shape ({string.Join(", ", shape.ToArray())}) holds {count} values, found {values.Length}.", nameof(shape));

        stream.Write(Header(shape));
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        Span<byte> buffer = stackalloc byte[sizeof(float)];
        foreach (var value in values)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteSingleLittleEndian(buffer, value);
            stream.Write(buffer);
        }
    }

    private static byte[] Header(ReadOnlySpan<int> shape)
    {
        var dimensions = string.Concat(shape.ToArray().Select(length => length + ", "));
        var description = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({dimensions.TrimEnd()}), }}";
        var padding = Alignment - (PreambleLength + description.Length + 1) % Alignment;
        var text = description + new string(' ', padding % Alignment) + "\n";
        byte[] preamble = [0x93, .. "NUMPY"u8, 1, 0, (byte)(text.Length & 0xFF), (byte)(text.Length >> 8)];
        return [.. preamble, .. Encoding.ASCII.GetBytes(text)];
    }
}
