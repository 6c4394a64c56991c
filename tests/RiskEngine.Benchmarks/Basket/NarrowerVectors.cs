using System.Diagnostics;

namespace RiskEngine.Benchmarks.Basket;

/// <summary>The same benchmark with narrower vectors than the machine has, in a process that is told to do without the wider
/// ones.</summary>
internal static class NarrowerVectors
{
    /// <summary>Runs it; what it writes goes where this process writes.</summary>
    /// <param name="bits">256 or 128.</param>
    /// <param name="arguments">What it is asked to do.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="ArgumentException">Another number of bits.</exception>
    public static int Run(int bits, params string[] arguments)
    {
        var (setting, value) = bits switch
        {
            256 => ("EnableAVX512", "0"),
            128 => ("PreferredVectorBitWidth", "128"),
            _ => throw new ArgumentException($"Expected 256 or 128 bits; found {bits}.", nameof(bits)),
        };
        var start = new ProcessStartInfo("dotnet", [typeof(NarrowerVectors).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            Environment = { [$"DOTNET_{setting}"] = value },
        };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
