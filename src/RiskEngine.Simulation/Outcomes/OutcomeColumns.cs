namespace RiskEngine.Simulation.Outcomes;

/// <summary>Which columns of a portfolio's variant at a horizon are kept.</summary>
[Flags]
public enum OutcomeColumns
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The relative profit of every path.</summary>
    Profits = 1,

    /// <summary>The maximum drawdown of every path.</summary>
    Drawdowns = 2,

    /// <summary>Both.</summary>
    Both = Profits | Drawdowns,
}
