using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RiskEngine.Abstractions.Files;
using RiskEngine.Plans;

namespace RiskEngine.Batches.Shards;

/// <summary>
/// The file of a finished shard: a line that says what it is, a line of JSON with its inputs, the outcomes, and the SHA-256 of all that in
/// its last 32 bytes.
/// </summary>
public static class ShardFile
{
    private const string FirstLine = "riskengine shard, format 1";
    private const int MostHeaderBytes = 16 << 20;
    private const int BufferBytes = 1 << 17;

    /// <summary>Writes a file, and has the system put it on the disk before it returns.</summary>
    /// <param name="path">Where; an older file is replaced.</param>
    /// <param name="inputs">What decides its bits.</param>
    /// <param name="shard">Which shard it is.</param>
    /// <param name="outcomes">Writes the outcomes.</param>
    internal static void Write(string path, ShardInputs inputs, Shard shard, Action<Stream> outcomes)
    {
        using var file = File.Create(path, BufferBytes);
        using var hashed = new HashingStream(file);
        hashed.Write(Encoding.UTF8.GetBytes($"{FirstLine}\n"));
        hashed.Write(Header(inputs, shard));
        hashed.Write("\n"u8);
        outcomes(hashed);
        file.Write(hashed.Hash());
        file.Flush(flushToDisk: true);
    }

    /// <summary>What a file says that it holds, without looking at all of it.</summary>
    /// <returns>Null where that cannot be read, which <paramref name="problem"/> says why.</returns>
    internal static (ShardInputs Inputs, Shard Shard)? Describe(string path, out string problem)
    {
        using var file = RegularFile.Open(path, out problem);
        return file is null ? null : Describe(file, out problem);
    }

    /// <summary>Opens a file whose checksum is right.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="inputs">What it must be made of.</param>
    /// <param name="shard">Which shard it must be.</param>
    /// <param name="problem">Why it is not to be used, to be said after the file's name; empty where it is.</param>
    /// <returns>The outcomes, or null.</returns>
    internal static Stream? Open(string path, ShardInputs inputs, Shard shard, out string problem)
    {
        if (RegularFile.Open(path, out problem) is not { } file)
            return null;
        try
        {
            problem = Problem(file, inputs, shard);
            if (problem.Length == 0)
                return file;
        }
        catch (IOException e)
        {
            problem = $"cannot be read: {e.Message}";
        }

        file.Dispose();
        return null;
    }

    private static string Problem(Stream file, ShardInputs inputs, Shard shard)
    {
        if (!HasItsChecksum(file))
            return "is damaged: its checksum is not that of its content";
        file.Position = 0;
        if (Describe(file, out var problem) is not { } found)
            return problem;
        if (found.Inputs.Key != inputs.Key)
            return $"is of another run: {string.Join("; ", inputs.DifferencesFrom(found.Inputs))}";
        return found.Shard == shard ? "" : $"is {found.Shard}, expected {shard}";
    }

    private static bool HasItsChecksum(Stream file)
    {
        var left = file.Length - SHA256.HashSizeInBytes;
        if (left < 0)
            return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        while (left > 0)
        {
            var read = file.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0)
                return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var written = buffer.AsSpan(0, SHA256.HashSizeInBytes);
        return file.ReadAtLeast(written, written.Length, throwOnEndOfStream: false) == written.Length
            && written.SequenceEqual(hash.GetHashAndReset());
    }

    /// <summary>Reads the two lines; the file stands at the outcomes then.</summary>
    private static (ShardInputs Inputs, Shard Shard)? Describe(Stream file, out string problem)
    {
        problem = "is no shard of this program: expected a file of the format that it writes";
        var start = Encoding.UTF8.GetBytes($"{FirstLine}\n");
        var first = new byte[start.Length];
        if (file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) < first.Length || !first.AsSpan().SequenceEqual(start))
            return null;
        using var line = new MemoryStream();
        for (var next = file.ReadByte(); next != '\n'; next = file.ReadByte())
        {
            if (next < 0 || line.Length == MostHeaderBytes)
                return null;
            line.WriteByte((byte)next);
        }

        try
        {
            using var json = JsonDocument.Parse(line.ToArray());
            var (root, found) = (json.RootElement, new Dictionary<string, string>());
            foreach (var input in root.GetProperty("inputs").EnumerateObject())
                found[input.Name] = input.Value.GetString() ?? "";
            var shard = new Shard(root.GetProperty("index").GetInt32(), root.GetProperty("of").GetInt32());
            problem = "";
            return (new ShardInputs(found), shard);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Header(ShardInputs inputs, Shard shard)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteNumber("index", shard.Index);
            json.WriteNumber("of", shard.Of);
            json.WriteStartObject("inputs");
            foreach (var (name, value) in inputs.Values)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.ToArray();
    }
}
