using System.Security.Cryptography;
using System.Text;
using RiskEngine.Results;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>A job's figures as bytes: ids once, numbers bit for bit, and a checksum over all of it at the end.</summary>
internal static class JobFile
{
    /// <summary>The layout's name and version, which every file begins with.</summary>
    private const string Layout = "riskengine job 1";

    /// <summary>The bytes.</summary>
    public static byte[] Write(string key, JobFigures figures)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Layout);
        writer.Write(key);
        writer.Write(figures.Paths);
        var words = figures.Rows.SelectMany(WordsOf).Distinct().ToList();
        var places = words.Index().ToDictionary(w => w.Item, w => w.Index);
        writer.Write(words.Count);
        foreach (var word in words)
            writer.Write(word);
        writer.Write(figures.Rows.Count);
        foreach (var row in figures.Rows)
        {
            foreach (var word in WordsOf(row))
                writer.Write7BitEncodedInt(places[word]);
            foreach (var number in new[] { row.Value, row.Error, row.Low, row.High })
                writer.Write(number);
        }

        writer.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <summary>The figures; null where the bytes are damaged, or another job's.</summary>
    public static JobFigures? Read(string key, byte[] bytes)
    {
        var content = bytes.Length - SHA256.HashSizeInBytes;
        if (content < 0 || !SHA256.HashData(bytes.AsSpan(0, content)).AsSpan().SequenceEqual(bytes.AsSpan(content)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, content), Encoding.UTF8);
        if (reader.ReadString() != Layout || reader.ReadString() != key)
            return null;
        var paths = reader.ReadInt32();
        var words = new string[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
            words[i] = reader.ReadString();
        string Word() => words[reader.Read7BitEncodedInt()];
        var rows = new FigureRow[reader.ReadInt32()];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new FigureRow(
                Word(),
                Word(),
                Word(),
                Word(),
                Word(),
                reader.ReadDouble(),
                reader.ReadDouble(),
                reader.ReadDouble(),
                reader.ReadDouble()
            );
        }

        return new JobFigures(paths, rows);
    }

    private static string[] WordsOf(FigureRow row) => [row.Portfolio, row.Variant, row.Case, row.Horizon, row.Measure];
}
