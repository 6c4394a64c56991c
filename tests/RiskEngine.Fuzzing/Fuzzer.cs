using RiskEngine.Fuzzing.Inputs;
using RiskEngine.Fuzzing.Probing;
using RiskEngine.Fuzzing.Targets;

namespace RiskEngine.Fuzzing;

/// <summary>Tries readers with changed files. The same seed gives the same inputs, one by one, whichever of them are tried.</summary>
public sealed class Fuzzer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("riskengine-fuzz-").FullName;
    private readonly IReadOnlyList<Target> targets;
    private readonly Dictionary<TargetCase, string> prepared = [];

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
        Copy(Prepared(one), Place);
        Directory.CreateDirectory(Path.Combine(Place, "out"));
        var files = one.Changed(Place);
        var (file, other) = (files[random.Next(files.Count)], files[random.Next(files.Count)]);
        var path = Path.Combine(Place, one.In, file);
        File.WriteAllBytes(
            path,
            new Mutator(random).Mutate(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(Place, one.In, other)))
        );
        var commands = one.Commands(Place, file, other);
        var args = commands[random.Next(commands.Count)];
        command = string.Join(' ', args);
        return Probe.Run(Place, args, one.IsWork);
    }

    /// <summary>The folder with the files unchanged, and with what is run before.</summary>
    private string Prepared(TargetCase one)
    {
        if (prepared.TryGetValue(one, out var place))
            return place;
        place = prepared[one] = Path.Combine(folder, "prepared", $"{prepared.Count}");
        Copy(one.Folder, Path.Combine(place, "in"));
        foreach (var args in one.Before)
        {
            if (Probe.Prepare(place, args) is { } fault)
                throw new InvalidOperationException($"{string.Join(' ', args)}: {fault}");
        }

        return place;
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
