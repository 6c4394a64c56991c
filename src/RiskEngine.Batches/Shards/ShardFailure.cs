using System.Security.Cryptography;
using System.Text;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Batches.Shards;

/// <summary>
/// What is left of a shard that met the failure of a factor which the scenario says to drop: the others have to know of it before any is
/// computed without the factor.
/// </summary>
/// <param name="Step">Which of the plan's simulating steps it was, from 0.</param>
/// <param name="Path">The first path concerned; null when none is.</param>
/// <param name="Factor">Id of the factor.</param>
/// <param name="Problem">What happened, with its paths.</param>
public sealed record ShardFailure(int Step, long? Path, string Factor, string Problem)
{
    /// <summary>The layout's name and version, which every file begins with.</summary>
    private const string Layout = "riskengine failure 1";

    /// <summary>The failure as the engine takes it.</summary>
    public FactorFailedException Failure => new(Problem) { Factor = new Id<RiskFactor>(Factor) };

    /// <summary>A failure as a shard met it.</summary>
    public static ShardFailure Of(DroppedInShardException met)
    {
        ArgumentNullException.ThrowIfNull(met);
        return new ShardFailure(met.Step, met.Failure.First, met.Failure.Factor!.Value.Value, met.Failure.Message);
    }

    /// <summary>The one that a run in one process would have met first.</summary>
    public static ShardFailure First(IEnumerable<ShardFailure> failures) =>
        failures.OrderBy(f => f.Step).ThenBy(f => f.Path ?? -1).ThenBy(f => f.Factor, StringComparer.Ordinal).First();

    /// <summary>As bytes, a checksum at the end.</summary>
    internal byte[] ToBytes(string key)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Layout);
        writer.Write(key);
        writer.Write(Step);
        writer.Write(Path ?? -1);
        writer.Write(Factor);
        writer.Write(Problem);
        writer.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <summary>From bytes; null where they are damaged, or another run's.</summary>
    internal static ShardFailure? From(string key, byte[] bytes)
    {
        var content = bytes.Length - SHA256.HashSizeInBytes;
        if (content < 0 || !SHA256.HashData(bytes.AsSpan(0, content)).AsSpan().SequenceEqual(bytes.AsSpan(content)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, content), Encoding.UTF8);
        if (reader.ReadString() != Layout || reader.ReadString() != key)
            return null;
        var (step, path) = (reader.ReadInt32(), reader.ReadInt64());
        return new ShardFailure(step, path < 0 ? null : path, reader.ReadString(), reader.ReadString());
    }
}
