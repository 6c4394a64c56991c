using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;

namespace RiskEngine.Abstractions.Theses;

/// <summary>A deal that an article reports.</summary>
/// <param name="Id">The deal's id.</param>
/// <param name="Name">Who with whom about what.</param>
/// <param name="Claim">The claim that reports it.</param>
/// <param name="Announced">The day the article reports it for; null when it gives none.</param>
/// <param name="Amount">Its size in the scenario's currency, billions; null when the article gives none.</param>
/// <param name="Event">What happens to instruments and factors when it closes, and how likely that is; null when it moves nothing that is
/// simulated.</param>
public sealed record Deal(Id<Deal> Id, LocalText Name, ClaimRef Claim, DateOnly? Announced, double? Amount, RiskEvent? Event);
