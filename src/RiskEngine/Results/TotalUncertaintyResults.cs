using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>How sure the headline figures are: sampling, estimation, judgement and reading together.</summary>
/// <param name="Horizon">The horizon of the figures: the headline one.</param>
/// <param name="Figures">Portfolios as held and following all, and of each mean, VaR and ES at 95% and the probability of loss.</param>
/// <param name="Draws">How often the numbers of each kind were drawn.</param>
/// <param name="Refused">How many more draws were not possible together: the model refused them.</param>
/// <param name="JudgementSpread">How far judged numbers without a range of their own were taken to be off, to both sides.</param>
public sealed record TotalUncertaintyResults(
    Horizon Horizon,
    IReadOnlyList<FigureUncertainty> Figures,
    int Draws,
    int Refused,
    double JudgementSpread
)
{
    /// <summary>Numbers that a draw took out of their range, which stayed at their values there.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];
}
