using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Abstractions.Portfolios;

/// <summary>What is held on the as-of date.</summary>
/// <param name="Id">The portfolio's id: its file's name without ending.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Positions">At least one; every instrument at most once.</param>
public sealed record Portfolio(Id<Portfolio> Id, LocalText Name, IReadOnlyList<Position> Positions)
{
    /// <summary>Value on the as-of date, in the scenario's currency; above zero.</summary>
    public double Value => Positions.Sum(p => p.Value);

    /// <summary>The part of the value that a position makes up, 0 to 1.</summary>
    public double Weight(Position position) => position.Value / Value;
}

/// <summary>A holding of one instrument.</summary>
/// <param name="Instrument">What is held.</param>
/// <param name="Quantity">Units held, above zero (there are no short positions).</param>
/// <param name="Price">Price of one unit on the as-of date, in the scenario's currency, above zero.</param>
public sealed record Position(Id<Instrument> Instrument, double Quantity, double Price)
{
    /// <summary>Units of the underlying in one contract; 1 for what is no contract.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>What the portfolio's file calls it; empty where it says nothing.</summary>
    public string Name { get; init; } = "";

    /// <summary>Quantity times price times multiplier.</summary>
    public double Value => Quantity * Price * Multiplier;
}
