using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Results;

/// <summary>The difference that something makes: with it, less without it, paired path by path.</summary>
/// <param name="Mean">Change of the mean profit; above zero is better.</param>
/// <param name="Es95">Change of the 95% expected shortfall; above zero is a larger loss.</param>
/// <param name="LossProbability">Change of the probability of loss; above zero is worse.</param>
public sealed record Effect(Estimate Mean, Estimate Es95, Estimate LossProbability);
