using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Pricing;

/// <summary>The world that instruments are priced in.</summary>
/// <param name="Model">The model of the case.</param>
/// <param name="Kinds">The kinds of its factors.</param>
/// <param name="Grid">The dates; instruments have prices up to the last horizon.</param>
public sealed record PricingSetting(Model Model, FactorCatalogue Kinds, TimeGrid Grid)
{
    /// <summary>The as-of date.</summary>
    public DateOnly AsOf => Grid.Dates[0];

    /// <summary>The factor of this id.</summary>
    /// <exception cref="InvalidOperationException">The model has none.</exception>
    public RiskFactor Factor(Id<RiskFactor> id) => Model.Factors.First(f => f.Id == id);

    /// <summary>The instrument of this id.</summary>
    /// <exception cref="InvalidOperationException">The model has none.</exception>
    public Instrument Instrument(Id<Instrument> id) => Model.Instruments.First(i => i.Id == id);

    /// <summary>Zero-coupon bonds off a factor; null where its kind is no short rate.</summary>
    public DiscountBonds? Bonds(Id<RiskFactor> id) => Kinds.KindOf(Factor(id)).Bonds(Factor(id), AsOf);
}
