using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Benchmarks.Peers;

/// <summary>Another program that does the same job, ready to run.</summary>
/// <param name="Program">What to start.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed partial record Peer(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>What it prints after its time: its answers.</summary>
    public string Answers { get; private set; } = "";

    /// <summary>Runs it on one core; the nanoseconds per path, step and asset that it prints.</summary>
    public double Run()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["OPENBLAS_NUM_THREADS"] = "1" },
        };
        if (Machine.VectorBits < 512)
        {
            // NumPy does without 512 bits where the engine does.
            start.Environment["OPENBLAS_CORETYPE"] = "Haswell";
            start.Environment["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL";
        }

        using var process = Process.Start(start)!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            process.ProcessorAffinity = 1;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = Time().Match(output);
        if (process.ExitCode != 0 || !time.Success)
        {
            throw new InvalidOperationException(
                $"{Program}: expected '... ns/...' and exit code 0, found '{output.Trim()}' and {process.ExitCode}."
            );
        }

        Answers = Answer().Match(output).Value;
        return double.Parse(time.Groups["ns"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<ns>[0-9.]+) ns/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();

    [GeneratedRegex("mean .*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Answer();
}
