namespace RiskEngine.Abstractions.Pricing;

/// <summary>How one instrument is priced.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Terms">Its terms, complete: what the file leaves out carries the kind's default.</param>
public sealed record PricingDefinition(PricingKind Kind, PricingTerms Terms);
