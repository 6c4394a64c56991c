using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Simulation.Planning;

/// <summary>One priced instrument, ready to be simulated.</summary>
/// <param name="Instrument">Index of the instrument.</param>
/// <param name="Pricer">Its pricer in this case.</param>
/// <param name="Factors">Indices of the factors that it reads.</param>
/// <param name="Instruments">Indices of the instruments that it reads; all of them stand before it in the list of plans.</param>
/// <param name="StartPrice">Its price on the as-of date as prices know it, in the base case; above zero.</param>
/// <param name="CashFrom">Date index from which on nothing but cash is left; beyond the grid where that never comes.</param>
/// <param name="Subject">What messages call it.</param>
internal sealed record PricedPlan(
    int Instrument,
    Pricer Pricer,
    int[] Factors,
    int[] Instruments,
    double StartPrice,
    int CashFrom,
    string Subject
);
