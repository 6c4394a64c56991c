namespace RiskEngine.Articles.Reconciling;

/// <summary>How an author's past calls came out, and what weight that gives the next one.</summary>
/// <param name="Calls">Number of calls that were decided.</param>
/// <param name="Met">How many of them came true.</param>
/// <param name="Brier">Mean squared error of the probabilities that stood beside them, 0 to 1; NaN where there are none.</param>
/// <param name="LogScore">Mean of -ln of the probability of what came; NaN where there are none.</param>
public sealed record AuthorRecord(int Calls, int Met, double Brier, double LogScore)
{
    /// <summary>
    /// Part of published twelve-month targets that the price stands at or beyond when the year ends (Bradshaw, Brown and Huang 2013):
    /// what is believed of an author without a record.
    /// </summary>
    public const double BaseRate = 0.38;

    /// <summary>How many calls the base rate counts as: judgement, between a newsletter's year and a career.</summary>
    public const double PriorCalls = 20;

    // A sure forecast that failed would cost without end.
    private const double LeastProbability = 1e-3;

    /// <summary>Nothing known.</summary>
    public static AuthorRecord None { get; } = new(0, 0, double.NaN, double.NaN);

    /// <summary>
    /// The part of calls that come true, shrunk towards the base rate: the mean of a beta distribution with <see cref="PriorCalls"/> calls
    /// at <see cref="BaseRate"/> before the record is seen (Gelman et al. 2013, section 2.4).
    /// </summary>
    public double Weight => (Met + BaseRate * PriorCalls) / (Calls + PriorCalls);

    /// <summary>The record of decided calls.</summary>
    /// <param name="calls">Probability that stood beside each, and whether it came true.</param>
    public static AuthorRecord Of(IReadOnlyList<(double Probability, bool Outcome)> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        if (calls.Count == 0)
            return None;
        return new AuthorRecord(
            calls.Count,
            calls.Count(c => c.Outcome),
            calls.Average(c => Math.Pow(c.Probability - (c.Outcome ? 1 : 0), 2)),
            calls.Average(c => -Math.Log(Math.Max(LeastProbability, c.Outcome ? c.Probability : 1 - c.Probability)))
        );
    }
}
