using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Simulation.Planning;

/// <summary>One single condition of a prediction, read off a path on one date.</summary>
/// <param name="Date">Date index.</param>
/// <param name="Factor">Index of the factor, or of the numerator; -1 for listings.</param>
/// <param name="Denominator">Index of the denominator; -1 when there is none.</param>
/// <param name="Side">Which side of the level counts.</param>
/// <param name="Level">The level; for listings how many there must be at least.</param>
/// <param name="Companies">For listings the companies that count; else empty.</param>
internal sealed record ConditionPlan(int Date, int Factor, int Denominator, Side Side, double Level, int[] Companies);

/// <summary>One indicator, read off a path on one date.</summary>
/// <param name="Date">Date index.</param>
/// <param name="Factor">Index of the factor.</param>
internal sealed record IndicatorPlan(int Date, int Factor);
