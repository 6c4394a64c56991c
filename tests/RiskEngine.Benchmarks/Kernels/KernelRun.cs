using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace RiskEngine.Benchmarks.Kernels;

/// <summary>Times every kernel by BenchmarkDotNet, in this process: nothing is generated or built beside the project.</summary>
internal static class KernelRun
{
    public static int Do(string[] arguments)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(7);
        var config = ManualConfig
            .CreateMinimumViable()
            .AddJob(job)
            .AddColumn(StatisticColumn.Median)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        BenchmarkRunner.Run<KernelBenchmarks>(config, arguments);
        return 0;
    }
}
