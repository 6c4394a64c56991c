using RiskEngine.Fuzzing.Inputs;
using RiskEngine.Fuzzing.Probing;
using RiskEngine.Fuzzing.Targets;

namespace RiskEngine.Fuzzing;

/// <summary>Tries readers with changed files. The same seed gives the same inputs, one by one, whichever of them are tried.</summary>
public sealed class Fuzzer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("riskengine-fuzz-").FullName;
    private readonly IReadOnlyList<Target> targets;

    /// <summary>Makes ready.</summary>
    /// <param name="root">The repository, whose scenarios and samples are seeds.</param>
    /// <param name="plugin">A compiled plug-in.</param>
    public Fuzzer(string root, string plugin)
    {
        var own = Path.Combine(folder, "seeds");
        SeedFiles.Write(own, plugin);
        targets = AllTargets.Of(root, own);
    }

    /// <summary>The readers.</summary>
    public IReadOnlyList<string> Readers => [.. targets.Select(t => t.Name)];

    /// <summary>Where the input of the last try is.</summary>
    public string Place => Path.Combine(folder, "run");

    /// <summary>Tries one input.</summary>
    /// <param name="reader">One of <see cref="Readers"/>.</param>
    /// <param name="seed">Decides the input together with its number.</param>
    /// <param name="number">Which input.</param>
    /// <param name="command">The command line that was run.</param>
    /// <returns>What was wrong; null for nothing.</returns>
    public Fault? Try(string reader, int seed, int number, out string command)
    {
        var target = targets.First(t => t.Name == reader);
        var random = new Random(HashCode(reader, seed, number));
        var one = target.Cases[random.Next(target.Cases.Count)];
        if (Directory.Exists(Place))
            Directory.Delete(Place, recursive: true);
        var input = Path.Combine(Place, "in");
        Copy(one.Folder, input);
        Directory.CreateDirectory(Path.Combine(Place, "out"));
        if (one.Before is { } before)
            Probe.Run(Place, before);
        var file = one.Changed[random.Next(one.Changed.Count)];
        var other = one.Changed[random.Next(one.Changed.Count)];
        var path = Path.Combine(input, file);
        File.WriteAllBytes(path, new Mutator(random).Mutate(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(input, other))));
        var commands = one.Commands(file);
        var args = commands[random.Next(commands.Count)];
        command = string.Join(' ', args);
        return Probe.Run(Place, args);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A command that hangs may still write there.
        }
    }

    /// <summary>The same on every machine (Fowler, Noll, Vo, 32 bits).</summary>
    private static int HashCode(string reader, int seed, int number)
    {
        var hash = 2166136261u;
        foreach (var part in $"{reader}/{seed}/{number}")
            hash = (hash ^ part) * 16777619u;
        return (int)hash;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
