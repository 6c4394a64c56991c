namespace RiskEngine.Articles.Claims;

/// <summary>A sentence that sounds like a claim and is none.</summary>
/// <param name="Evidence">The sentence.</param>
/// <param name="Reason">Why: negated, conditional, a question, another's words, irony, a past call, or a number that nothing
/// explains.</param>
public sealed record SetAside(Evidence Evidence, string Reason);
