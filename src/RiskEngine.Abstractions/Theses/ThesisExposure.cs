using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Abstractions.Theses;

/// <summary>Who gains or loses from a factor, as an article says it: added to the exposures of the instruments.</summary>
/// <param name="Who">The instruments; a group in the file is spelled out here.</param>
/// <param name="Group">The group the file named, or null when it named an instrument.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Size">Log return per unit of factor move; above zero gains when the factor rises.</param>
/// <param name="Claim">The claim it stands on.</param>
/// <param name="Gains">Whether the article counts it among those who gain (else: who lose).</param>
public sealed record ThesisExposure(
    IReadOnlyList<Id<Instrument>> Who,
    Id<InstrumentGroup>? Group,
    Id<RiskFactor> Factor,
    double Size,
    ClaimRef Claim,
    bool Gains
);
