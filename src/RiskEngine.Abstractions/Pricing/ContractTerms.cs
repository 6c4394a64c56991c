namespace RiskEngine.Abstractions.Pricing;

/// <summary>Terms that contracts of several kinds share.</summary>
public static class ContractTerms
{
    /// <summary>
    /// How many units of the underlying one contract is for: what a position is worth is quantity times price times this.
    /// </summary>
    public static TermSpec Multiplier { get; } =
        new(
            "multiplier",
            TermType.Number,
            new(
                "Units of the underlying in one contract; a position is worth quantity x price x this.",
                "每份合约对应的标的数量；头寸价值 = 数量 × 价格 × 此数。"
            )
        )
        {
            IsOptional = true,
            Low = 0,
            OpenLow = true,
            Default = 1,
        };

    /// <summary>The multiplier of an instrument; 1 for those that have none.</summary>
    public static double MultiplierOf(PricingDefinition? pricing) =>
        pricing is not null && pricing.Terms.Numbers.TryGetValue(Multiplier.Name, out var multiplier) ? multiplier : 1;
}
