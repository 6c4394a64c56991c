using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Fuzzing;

// Usage: [number of inputs] [reader, or all] [seed] [number of the first input]
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var first = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
var plugin = Path.Combine(AppContext.BaseDirectory, "RiskEngine.SamplePlugin.dll");
if (!File.Exists(plugin))
    plugin = AppContext.BaseDirectory.Replace("RiskEngine.Fuzzing", "RiskEngine.SamplePlugin") + "RiskEngine.SamplePlugin.dll";
using var fuzzer = new Fuzzer(Root(), plugin);
var readers = args.Length > 1 && args[1] != "all" ? [args[1]] : fuzzer.Readers;
var kept = Directory.CreateTempSubdirectory("riskengine-faults-").FullName;
var kinds = new Dictionary<string, int>();
for (var i = 0; i < count; i++)
{
    if (i > 0 && i % 500 == 0)
        Console.Error.WriteLine($"{i} inputs, {kinds.Count} kinds of faults");
    var (reader, number) = (readers[i % readers.Count], first + (i / readers.Count));
    if (fuzzer.Try(reader, seed, number, out var command) is not { } fault)
        continue;
    var kind = $"{reader}: {fault.Kind}";
    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
    if (kinds[kind] > 1)
        continue;
    var place = Path.Combine(kept, $"{kinds.Count}");
    Directory.Move(fuzzer.Place, place);
    Console.WriteLine($"{kind}\n  {command}\n  input {number} of seed {seed}, in {place}\n  {Short(fault.Details)}");
    if (fault.Kind == "hang")
        break; // what hangs goes on beside what comes after
}

foreach (var (kind, times) in kinds.OrderByDescending(k => k.Value))
    Console.WriteLine($"{times} times: {kind}");
Console.WriteLine($"{count} inputs of {string.Join(", ", readers)}: {kinds.Values.Sum()} faults of {kinds.Count} kinds");
return kinds.Count == 0 ? 0 : 1;

static string Short(string text) =>
    PlainLine.Lines(text.Length > 1_500 ? text[..1_500] : text).Replace("\n", "\n  ", StringComparison.Ordinal);

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
        folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("Expected to lie in the repository, found no RiskEngine.sln above.");
}
