using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Sampling;

/// <summary>One of the causes that compete for an outcome.</summary>
/// <param name="When">The stream of the hazard after which it comes.</param>
/// <param name="Hazard">The hazard of each step up to the headline horizon.</param>
/// <param name="Ranks">The streams of the rank that decides how it comes, where there are several ways, and of the one that decides how
/// hard.</param>
/// <param name="Rates">The rate of each way, in the order of ranks; one where there is one way only.</param>
internal sealed record CompetingRisk(RandomStream When, double[] Hazard, IReadOnlyList<RandomStream> Ranks, double[] Rates)
{
    // Half of the least step of 32-bit words.
    private const double LeastRank = 1.0 / (1L << 33);

    private readonly double total = Rates.Sum();

    /// <summary>The occurrence of an event.</summary>
    public static CompetingRisk Occurrence(EventPlan e, int steps) => new(e.Occurrences, e.Hazard[..steps], [e.Severity], [1]);

    /// <summary>What ends a private company, in the order of a step: what events force comes before what it does by itself.</summary>
    public static IEnumerable<CompetingRisk> EndingsOf(CasePlan plan, int company, int steps)
    {
        var itself = plan.Companies[company];
        double[] hazard = [.. Enumerable.Range(0, steps).Select(k => itself.ExitRate * plan.Grid.StepYears(k))];
        return plan
            .Events.Where(e => e.Exit?.Company == company)
            .Select(e => Occurrence(e, steps))
            .Append(new(itself.ExitDraws, hazard, [itself.RouteDraws, itself.MultipleDraws], [.. itself.Exits.Select(e => e.Rate)]));
    }

    /// <summary>Where within its way's part of the ranks a rank falls: the rank of how hard it is.</summary>
    public double RankAt(double rank)
    {
        var draw = rank * total;
        var way = 0;
        while (way < Rates.Length - 1 && draw >= Rates[way])
            draw -= Rates[way++];
        return Within(draw / Rates[way]);
    }

    /// <summary>Keeps a rank that rounding, or a draw on the very border, put at an end within what quantiles are defined for.</summary>
    public static double Within(double rank) => Math.Clamp(rank, LeastRank, 1 - LeastRank);
}
