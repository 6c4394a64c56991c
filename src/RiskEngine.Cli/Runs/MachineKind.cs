using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Cli.Runs;

/// <summary>
/// The kind of machine that a run is done on: what decides the last bits of its figures beside what the run id names. Two machines of one
/// kind give the same bits.
/// </summary>
internal static class MachineKind
{
    /// <summary><c>x64 with vectors of 512 bits</c>.</summary>
    public static string OfProcess()
    {
        var bits =
            Vector512.IsHardwareAccelerated ? 512
            : Vector256.IsHardwareAccelerated ? 256
            : Vector128.IsHardwareAccelerated ? 128
            : 0;
        var processor = RuntimeInformation.ProcessArchitecture;
        var plain = processor is Architecture.X64 or Architecture.X86 && !Fma.IsSupported ? ", without fused multiply-add" : "";
        return $"{processor.ToString().ToLowerInvariant()} {(bits == 0 ? "without vectors" : $"with vectors of {bits} bits")}{plain}";
    }
}
