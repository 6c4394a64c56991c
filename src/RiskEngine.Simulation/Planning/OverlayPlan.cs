using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Simulation.Planning;

/// <summary>One recommendation as a trade.</summary>
/// <param name="From">Date index of the trade.</param>
/// <param name="Until">Date index of its undoing; beyond the last horizon when it is never undone within it.</param>
/// <param name="Direction">Buy or reduce.</param>
/// <param name="Funding">Where the money comes from or goes to.</param>
/// <param name="Kept">What arrives of each unit that is turned from one thing into another: 1 - cost.</param>
/// <param name="Legs">One leg an instrument.</param>
internal sealed record OverlayPlan(int From, int Until, Direction Direction, Funding Funding, double Kept, LegPlan[] Legs);

/// <summary>One instrument of a trade.</summary>
/// <param name="Instrument">Index of the instrument.</param>
/// <param name="Size">Buying: part of the portfolio; reducing: part of the holding.</param>
internal readonly record struct LegPlan(int Instrument, double Size);
