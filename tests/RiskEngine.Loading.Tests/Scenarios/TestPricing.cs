using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>A kind of priced instrument as a reader of files sees it: terms of every type, but no price behind it.</summary>
internal sealed class TestPricing : PricingKind
{
    public static PricingCatalogue Catalogue { get; } = new([new TestPricing()]);

    public override string Name => "option";

    public override LocalText Label => LocalText.Same(Name);

    public override LocalText Summary => Label;

    public override string Equation => "";

    public override string Reference => "";

    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        new("type", TermType.Word, LocalText.Same("")) { Words = ["call", "put"] },
        new("style", TermType.Word, LocalText.Same("")) { Words = ["european", "asian"], IsOptional = true },
        new("underlying", TermType.Instrument, LocalText.Same("")),
        new("hedge", TermType.Instrument, LocalText.Same("")) { IsOptional = true },
        new("strike", TermType.Number, LocalText.Same("")) { Low = 0, OpenLow = true },
        new("yield", TermType.Number, LocalText.Same(""))
        {
            Low = -1,
            High = 1,
            Default = 0.01,
            IsOptional = true,
        },
        new("rebate", TermType.Number, LocalText.Same("")) { IsOptional = true },
        new("expiry", TermType.Date, LocalText.Same("")),
        new("impliedVolatility", TermType.Factor, LocalText.Same("")),
    ];

    public override Pricer Create(PricingTerms terms, PricingSetting setting) =>
        throw new NotSupportedException("Reading makes no prices.");
}
