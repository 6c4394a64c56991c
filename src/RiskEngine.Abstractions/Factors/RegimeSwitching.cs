namespace RiskEngine.Abstractions.Factors;

/// <summary>A Markov chain of states that change how other factors move while they last.</summary>
public sealed record RegimeSwitching
{
    /// <summary>The states, two or more; x of the factor is a state's place in this list, from 0.</summary>
    public required IReadOnlyList<Regime> States { get; init; }

    /// <summary>
    /// From state to state, row by row, as many rows and columns as states: rates a year of moving there, or with <see cref="PeriodYears"/>
    /// the probabilities of being there a period later. What stands on the diagonal is not read: rows of rates add to 0, rows of
    /// probabilities to 1.
    /// </summary>
    public required IReadOnlyList<double> Transitions { get; init; }

    /// <summary>Years that the probabilities are for; null for rates a year.</summary>
    public double? PeriodYears { get; init; }

    /// <summary>Probability of each state on the as-of date, adding to 1; empty for the long-run shares.</summary>
    public IReadOnlyList<double> Start { get; init; } = [];
}
