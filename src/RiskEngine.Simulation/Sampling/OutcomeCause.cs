using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Sampling;

/// <summary>One of the causes that compete for an outcome.</summary>
/// <param name="When">The stream of the hazard after which it comes.</param>
/// <param name="Hazard">The hazard of each step up to the middle horizon.</param>
/// <param name="Ranks">The streams of the rank that decides how it comes, where there are several ways, and of the one that decides how hard.</param>
/// <param name="Rates">The rate of each way, in the order of ranks; one where there is one way only.</param>
internal sealed record OutcomeCause(RandomStream When, double[] Hazard, IReadOnlyList<RandomStream> Ranks, double[] Rates)
{
    // Half of the least step of 32-bit words.
    private const double LeastRank = 1.0 / (1L << 33);

    private readonly double total = Rates.Sum();

    /// <summary>Where within its way's part of the ranks a rank falls: the rank of how hard it is.</summary>
    public double RankAt(double rank)
    {
        var draw = rank * total;
        var way = 0;
        while (way < Rates.Length - 1 && draw >= Rates[way]) draw -= Rates[way++];
        return Within(draw / Rates[way]);
    }

    /// <summary>Keeps a rank that rounding, or a draw on the very border, put at an end within what quantiles are defined for.</summary>
    public static double Within(double rank) => Math.Clamp(rank, LeastRank, 1 - LeastRank);
}
