using System.Buffers.Binary;
using System.Text;
using RiskEngine.Reporting.Files;

namespace RiskEngine.Reporting.Tests.Files;

internal sealed class NpyFileTests
{
    // The layout is that of NEP 1: magic, version 1.0, header length, Python literal padded to 64 bytes, values.
    [TestCase(1, 1)]
    [TestCase(2, 3)]
    [TestCase(18, 1000)]
    [TestCase(0, 0)]
    public async Task A_reader_of_the_format_finds_shape_and_values(int rows, int length)
    {
        var values = Enumerable
            .Range(0, rows)
            .Select(r => (ReadOnlyMemory<float>)Enumerable.Range(0, length).Select(i => r + i / 8f).ToArray())
            .ToList();
        using var stream = new MemoryStream();
        await NpyFile.WriteAsync(stream, values);
        var bytes = stream.ToArray();

        var headerLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        var header = Encoding.ASCII.GetString(bytes, 10, headerLength);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes[..8], Is.EqualTo(new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0 }));
            Assert.That((10 + headerLength) % 64, Is.Zero);
            Assert.That(
                header,
                Does.EndWith("\n").And.StartWith($"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {length}), }}")
            );
            Assert.That(bytes, Has.Length.EqualTo(10 + headerLength + 4 * rows * length));
            for (var i = 0; i < rows * length; i++)
            {
                Assert.That(
                    BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(10 + headerLength + 4 * i)),
                    Is.EqualTo(values[i / length].Span[i % length])
                );
            }
        }
    }

    [Test]
    public async Task What_was_written_reads_back()
    {
        using var stream = new MemoryStream();
        await NpyFile.WriteAsync(stream, [new float[] { 1, -2.5f, 3 }, new float[] { 4, 5, float.Epsilon }]);

        Assert.That(NpyFile.Read(stream.ToArray()), Is.EqualTo(new[] { new[] { 1, -2.5f, 3 }, [4, 5, float.Epsilon] }));
    }

    [TestCase(-1)] // cut short
    [TestCase(1)] // longer than it says
    public async Task An_array_that_is_not_whole_is_none(int change)
    {
        using var stream = new MemoryStream();
        await NpyFile.WriteAsync(stream, [new float[] { 1, 2 }]);
        var bytes = stream.ToArray();
        Array.Resize(ref bytes, bytes.Length + change);

        Assert.That(NpyFile.Read(bytes), Is.Null);
    }

    [TestCase("")]
    [TestCase("no array")]
    public void Other_bytes_are_no_array(string text) => Assert.That(NpyFile.Read(Encoding.ASCII.GetBytes(text)), Is.Null);

    [Test]
    public void Rows_of_different_lengths_are_refused() =>
        Assert.That(
            async () => await NpyFile.WriteAsync(Stream.Null, [new float[2], new float[3]]),
            Throws.ArgumentException.With.Message.Contains("2 values in row 0 and 3 in row 1")
        );
}
