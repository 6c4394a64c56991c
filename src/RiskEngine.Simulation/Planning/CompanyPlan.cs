using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;

namespace RiskEngine.Simulation.Planning;

/// <summary>Where a private company stands on a path.</summary>
public enum CompanyState : byte
{
    /// <summary>Private: marked, not tradable.</summary>
    Private,

    /// <summary>Listed: trades like a share.</summary>
    Listed,

    /// <summary>Sold: the stake is cash.</summary>
    Sold,

    /// <summary>Failed: what was recovered is cash.</summary>
    Failed,
}

/// <summary>One private company, ready to be simulated.</summary>
/// <param name="Instrument">Index of the instrument.</param>
/// <param name="Exits">The hazards that end the race, a year each.</param>
/// <param name="DownRound">The hazard of a down round, or null.</param>
/// <param name="ExitDraws">The stream that decides when it exits.</param>
/// <param name="RouteDraws">The stream that decides how.</param>
/// <param name="MultipleDraws">The stream of exit multiples.</param>
/// <param name="DownRoundDraws">The stream that decides down rounds.</param>
/// <param name="DownMultipleDraws">The stream of their multiples.</param>
internal sealed record CompanyPlan(
    int Instrument,
    ExitPlan[] Exits,
    ExitPlan? DownRound,
    RandomStream ExitDraws,
    RandomStream RouteDraws,
    RandomStream MultipleDraws,
    RandomStream DownRoundDraws,
    RandomStream DownMultipleDraws
)
{
    /// <summary>The hazard, a year, of exiting one way or another.</summary>
    public double ExitRate { get; } = Exits.Sum(e => e.Rate);

    /// <summary>The exit in whose share of the total rate a rank from 0 to 1 falls.</summary>
    public ExitPlan RouteAt(double rank)
    {
        var draw = rank * ExitRate;
        foreach (var exit in Exits)
        {
            if (draw < exit.Rate)
                return exit;
            draw -= exit.Rate;
        }

        return Exits[^1];
    }
}

/// <summary>One hazard of a private company.</summary>
/// <param name="State">The state it leads to; for a down round the company stays private.</param>
/// <param name="Rate">Hazard a year.</param>
/// <param name="Multiple">What the stake is then worth, as a multiple of its mark.</param>
internal sealed record ExitPlan(CompanyState State, double Rate, ParameterQuantile Multiple);
