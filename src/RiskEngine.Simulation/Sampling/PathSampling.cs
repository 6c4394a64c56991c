using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Sampling;

/// <summary>
/// How paths divide into replicates: groups of consecutive paths that are independent of each other, from whose spread errors are read.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="Paths">Number of paths in all, as <see cref="PathsFor"/> gives it.</param>
public sealed record PathSampling(SamplingMethod Method, int Paths)
{
    private const int SobolReplicates = 16;
    private const int AntitheticReplicates = 32;
    private const int LeastSobolPoints = 256;

    /// <summary>How many replicates a method has; 1 where every path is independent of all others.</summary>
    public int Replicates =>
        Method switch
        {
            SamplingMethod.Sobol => SobolReplicates,
            SamplingMethod.Antithetic => AntitheticReplicates,
            _ => 1,
        };

    /// <summary>Paths of each replicate.</summary>
    public int PathsPerReplicate => Paths / Replicates;

    /// <summary>
    /// The least number of paths, not below what is asked for, that a method can do: Sobol's replicates are powers of two, mirrored pairs
    /// are whole.
    /// </summary>
    public static int PathsFor(SamplingMethod method, int asked) =>
        method switch
        {
            SamplingMethod.Sobol => SobolReplicates
                * (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastSobolPoints, Up(asked, SobolReplicates))),
            SamplingMethod.Antithetic => 2 * AntitheticReplicates * Up(asked, 2 * AntitheticReplicates),
            _ => asked,
        };

    private static int Up(int asked, int parts) => (asked + parts - 1) / parts;
}
