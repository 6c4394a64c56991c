using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>The vector widths that this machine can run.</summary>
internal static class Widths
{
    public static IEnumerable<int> Available() =>
        new[] { VectorWidth.Scalar, VectorWidth.Vector128, VectorWidth.Vector256, VectorWidth.Vector512 }
            .Where(width =>
                width switch
                {
                    VectorWidth.Vector512 => VectorSupport.Has512,
                    VectorWidth.Vector256 => VectorSupport.Has256,
                    VectorWidth.Vector128 => VectorSupport.Has128,
                    _ => true,
                }
            )
            .Select(width => (int)width);
}
