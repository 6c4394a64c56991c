using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// How wide a kernel works; every width gives the same bits. Kernels that have no code for 128 bits use their scalar twin there.
/// </summary>
internal enum VectorWidth
{
    Scalar,
    Vector128,
    Vector256,
    Vector512,
}

/// <summary>What this machine has; the just-in-time compiler folds these into constants.</summary>
internal static class VectorSupport
{
    public static bool Has512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    public static bool Has256 => Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported;

    public static bool Has128 =>
        Vector128.IsHardwareAccelerated && (Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.Arm64.IsSupported);

    public static VectorWidth Best =>
        Has512 ? VectorWidth.Vector512
        : Has256 ? VectorWidth.Vector256
        : Has128 ? VectorWidth.Vector128
        : VectorWidth.Scalar;
}
