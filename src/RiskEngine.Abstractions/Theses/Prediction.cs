using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Theses;

/// <summary>A dated statement about the future that each simulated path either fulfils or not.</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Name">What is predicted, in one line.</param>
/// <param name="Claim">The claim it stands on.</param>
/// <param name="Date">The day it is settled on; later than the as-of date.</param>
/// <param name="Condition">What must then be true.</param>
public sealed record Prediction(Id<Prediction> Id, LocalText Name, ClaimRef Claim, DateOnly Date, Condition Condition);
