using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Theses;

/// <summary>Something to watch: the factor it shows in, and the levels that would confirm or refute the thesis.</summary>
/// <param name="Id">The indicator's id.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Claim">The claim that tells to watch it.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Date">The day it is read.</param>
/// <param name="Confirms">The level that confirms the thesis; null when there is none.</param>
/// <param name="Refutes">The level that refutes it; null when there is none.</param>
public sealed record Indicator(
    Id<Indicator> Id,
    LocalText Name,
    ClaimRef Claim,
    Id<RiskFactor> Factor,
    DateOnly Date,
    Threshold? Confirms,
    Threshold? Refutes
);

/// <summary>A level and the side of it that counts.</summary>
/// <param name="Side">Above or below.</param>
/// <param name="Level">The level, in the factor's unit.</param>
public sealed record Threshold(Side Side, double Level);
