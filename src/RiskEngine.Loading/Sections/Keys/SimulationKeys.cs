using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>simulation</c>.</summary>
internal static class SimulationKeys
{
    public static KeySpec<WholeNumberValue> Paths { get; } =
        new("paths", new(1_000, 100_000_000), "number of paths") { Default = "100000" };

    public static KeySpec<TenorValue> Step { get; } =
        new("step", new(), "time step; at most 4,000 of them to the last date that something is settled on") { Default = "1m" };

    public static KeySpec<WholeNumberValue> Seed { get; } = new("seed", new(0, ulong.MaxValue), "of all random streams") { Default = "1" };

    public static KeySpec<ChoiceValue<SamplingMethod>> Sampling { get; } =
        new(
            "sampling",
            new([("pseudo", SamplingMethod.Pseudo), ("antithetic", SamplingMethod.Antithetic), ("sobol", SamplingMethod.Sobol)]),
            "how random numbers are drawn: plain Monte Carlo, mirrored pairs of paths, or scrambled Sobol points over a Brownian bridge "
                + "(paths are rounded up to 16 times a power of two); errors of the last two come from independent replicates"
        )
        {
            Default = "pseudo",
        };

    public static KeySet All { get; } = new("simulation", [Paths, Step, Seed, Sampling]);
}
