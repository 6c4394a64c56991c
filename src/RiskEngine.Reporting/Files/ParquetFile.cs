using Parquet;
using Parquet.Schema;

namespace RiskEngine.Reporting.Files;

/// <summary>Writes columns of float32 as an Apache Parquet file of one row group.</summary>
internal static class ParquetFile
{
    /// <summary>Writes columns of equal length under their names.</summary>
    public static async Task WriteAsync(
        Stream stream,
        IReadOnlyList<string> names,
        IReadOnlyList<ReadOnlyMemory<float>> columns,
        CancellationToken cancellation
    )
    {
        var fields = names.Select(n => new DataField<float>(n)).ToList();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: cancellation);
        using var rows = writer.CreateRowGroup();
        foreach (var (field, column) in fields.Zip(columns))
            await rows.WriteAsync<float>(field, column, cancellationToken: cancellation);
    }
}
