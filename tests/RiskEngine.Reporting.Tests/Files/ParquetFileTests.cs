using Parquet;
using RiskEngine.Reporting.Files;

namespace RiskEngine.Reporting.Tests.Files;

internal sealed class ParquetFileTests
{
    [Test]
    public async Task Columns_come_back_bit_by_bit_under_their_names()
    {
        // What a file holds is what its own format's reader gives back; the extremes of float32 among it.
        float[] first = [0.1f, -0.25f, float.Epsilon];
        float[] second = [float.MaxValue, -0f, float.NaN];
        using var stream = new MemoryStream();
        await ParquetFile.WriteAsync(stream, ["p/as-held/short", "p/all/short"], [first, second], CancellationToken.None);
        stream.Position = 0;

        await using var reader = await ParquetReader.CreateAsync(stream);
        using var rows = reader.OpenRowGroupReader(0);
        var fields = reader.Schema.GetDataFields();
        Assert.That(fields.Select(f => f.Name), Is.EqualTo(new[] { "p/as-held/short", "p/all/short" }));
        foreach (var (field, expected) in fields.Zip(new[] { first, second }))
        {
            var read = new float[3];
            await rows.ReadAsync<float>(field, read);
            Assert.That(read.Select(BitConverter.SingleToInt32Bits), Is.EqualTo(expected.Select(BitConverter.SingleToInt32Bits)));
        }
    }
}
