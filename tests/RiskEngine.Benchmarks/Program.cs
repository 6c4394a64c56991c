using RiskEngine.Benchmarks;
using RiskEngine.Benchmarks.Answers;
using RiskEngine.Benchmarks.Basket;
using RiskEngine.Benchmarks.Growth;
using RiskEngine.Benchmarks.Kernels;
using RiskEngine.Benchmarks.Priced;
using RiskEngine.Benchmarks.Sampling;
using RiskEngine.Benchmarks.Shipped;
using RiskEngine.Benchmarks.Tables;

if (args is ["kernels", .. var forBenchmarkDotNet])
    return KernelRun.Do(forBenchmarkDotNet);
if (args is ["memory-alone", var paths])
    return MemoryBenchmark.RunAlone(int.Parse(paths));
if (args is [var part, var times, var bits])
    return NarrowerVectors.Run(int.Parse(bits), part, times);

var rounds = args is [_, var given, ..] ? int.Parse(given) : 5;
var notes = new List<string>();
IReadOnlyList<TableRow>? rows = args switch
{
    ["basket", ..] => BasketBenchmark.Run(rounds, notes),
    ["sharing", ..] => SharingBenchmark.Run(rounds),
    ["shipped", ..] => ShippedBenchmark.Run(rounds),
    ["startup", ..] => StartUpBenchmark.Run(rounds),
    ["qlnet", ..] => QLNetBenchmark.Run(rounds),
    ["qmc", ..] => SamplingBenchmark.Run(rounds),
    ["memory", ..] => MemoryBenchmark.Run(),
    ["growth", ..] => GrowthBenchmark.Run(rounds),
    ["answers", ..] => AnswersBenchmark.Run(rounds),
    ["all", ..] =>
    [
        .. BasketBenchmark.Run(rounds, notes),
        .. SharingBenchmark.Run(rounds),
        .. ShippedBenchmark.Run(rounds),
        .. StartUpBenchmark.Run(rounds),
        .. AnswersBenchmark.Run(rounds),
        .. QLNetBenchmark.Run(rounds),
        .. SamplingBenchmark.Run(rounds),
        .. MemoryBenchmark.Run(),
        .. GrowthBenchmark.Run(rounds),
    ],
    _ => null,
};
if (rows is null)
{
    Console.Error.WriteLine(
        "expected kernels, basket, sharing, shipped, startup, memory, answers, qlnet, qmc, growth or all, then "
            + "how many rounds (default: 5), then "
            + "bits of vectors, if fewer than the machine has (256, 128); see tests/RiskEngine.Benchmarks/README.md"
    );
    return 2;
}

Console.WriteLine();
Console.WriteLine(Machine.Describe());
Console.WriteLine();
foreach (var line in ResultTable.Lines(rows))
    Console.WriteLine(line);
foreach (var note in notes)
    Console.WriteLine(note);

// What most machines have, beside what this one has.
return args[0] == "basket" && Machine.VectorBits == 512 ? NarrowerVectors.Run(256, "basket", $"{rounds}") : 0;
