using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>One of the causes that compete for an outcome.</summary>
/// <param name="When">The stream of the hazard after which it comes.</param>
/// <param name="Hazard">The hazard of each step up to the middle horizon.</param>
/// <param name="Ranks">The streams of the rank that decides how it comes, where there are several ways, and of the one that decides how hard.</param>
/// <param name="Rates">The rate of each way, in the order of ranks; one where there is one way only.</param>
internal sealed record OutcomeCause(RandomStream When, double[] Hazard, IReadOnlyList<RandomStream> Ranks, double[] Rates)
{
    private readonly double total = Rates.Sum();

    /// <summary>Where within its way's part of the ranks a rank falls: the rank of how hard it is.</summary>
    public double RankAt(double rank)
    {
        var draw = rank * total;
        var way = 0;
        while (way < Rates.Length - 1 && draw >= Rates[way]) draw -= Rates[way++];
        return Math.Min(draw / Rates[way], 1);
    }
}
