using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Abstractions.Portfolios;

/// <summary>What is held on the as-of date.</summary>
/// <param name="Id">The portfolio's id: its file's name without ending.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Positions">At least one; every instrument at most once.</param>
public sealed record Portfolio(Id<Portfolio> Id, LocalText Name, IReadOnlyList<Position> Positions)
{
    /// <summary>
    /// Equity, what is owned less what is owed, in units of what is owned and owed: below it the broker calls for margin. Above 0, below 1;
    /// null where nobody does.
    /// </summary>
    public double? Maintenance { get; init; }

    /// <summary>Value on the as-of date, what is owned less what is owed, in the scenario's currency; above zero.</summary>
    public double Value => Positions.Sum(p => p.Value);

    /// <summary>Whether something is owed: an instrument sold short, or cash that was borrowed.</summary>
    public bool Owes => Positions.Any(p => p.Value < 0);

    /// <summary>
    /// The part of the value that a position makes up: 0 to 1 where nothing is owed; else below 0 for what is, and above 1 for what may be.
    /// </summary>
    public double Weight(Position position) => position.Value / Value;
}

/// <summary>A holding of one instrument.</summary>
/// <param name="Instrument">What is held.</param>
/// <param name="Quantity">Units held; below zero for units owed: an instrument sold short, cash borrowed. Not zero.</param>
/// <param name="Price">Price of one unit on the as-of date, in the scenario's currency, above zero.</param>
public sealed record Position(Id<Instrument> Instrument, double Quantity, double Price)
{
    /// <summary>Units of the underlying in one contract; 1 for what is no contract.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>What the portfolio's file calls it; empty where it says nothing.</summary>
    public string Name { get; init; } = "";

    /// <summary>Quantity times price times multiplier; below zero for what is owed.</summary>
    public double Value => Quantity * Price * Multiplier;
}
