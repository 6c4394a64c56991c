using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// A simulated case compiled to flat arrays: all that the path loop reads. Lists are in the model's order, and things refer to each other
/// by index.
/// </summary>
internal sealed class CasePlan
{
    /// <summary>The dates.</summary>
    public required TimeGrid Grid { get; init; }

    /// <summary>
    /// For each step the counter of its random draws: days from the as-of date to the step's end. Inserted dates change no other draw.
    /// </summary>
    public required uint[] DrawCounters { get; init; }

    /// <summary>Date index of each horizon.</summary>
    public required int[] HorizonDates { get; init; }

    /// <summary>Date index of the headline horizon, whether it is among <see cref="HorizonDates"/> or not.</summary>
    public required int HeadlineDate { get; init; }

    /// <summary>Value of one unit of risk-free money at every date, 1 on the as-of date.</summary>
    public required double[] Cash { get; init; }

    /// <summary>The factors.</summary>
    public required FactorPlan[] Factors { get; init; }

    /// <summary>Lower Cholesky factor of the factors' correlation, row by row.</summary>
    public required float[] Cholesky { get; init; }

    /// <summary>The product by <see cref="Cholesky"/>, which correlates the factors' draws.</summary>
    public required TriangularProduct Correlate { get; init; }

    /// <summary>The Student-t copula of the factors' normals; null for the Gaussian one.</summary>
    public required CopulaPlan? Copula { get; init; }

    /// <summary>The regime factors, and what they do to others.</summary>
    public required RegimePlan[] Regimes { get; init; }

    /// <summary>The instruments.</summary>
    public required InstrumentPlan[] Instruments { get; init; }

    /// <summary>Those of them that are priced anew at every date, each after the ones that it is priced from.</summary>
    public required PricedPlan[] Priced { get; init; }

    /// <summary>The events.</summary>
    public required EventPlan[] Events { get; init; }

    /// <summary>The private companies.</summary>
    public required CompanyPlan[] Companies { get; init; }

    /// <summary>The stream of the extremes that portfolios reach between dates.</summary>
    public required RandomStream Extremes { get; init; }

    /// <summary>The stream of the values that they have between dates.</summary>
    public required RandomStream Between { get; init; }

    /// <summary>The portfolios.</summary>
    public required PortfolioPlan[] Portfolios { get; init; }

    /// <summary>The variants of every portfolio.</summary>
    public required VariantSet Variants { get; init; }

    /// <summary>The recommendations that trade.</summary>
    public required OverlayPlan[] Overlays { get; init; }

    /// <summary>The predictions' single conditions, in order of the predictions.</summary>
    public required ConditionPlan[] Conditions { get; init; }

    /// <summary>The indicators.</summary>
    public required IndicatorPlan[] Indicators { get; init; }

    /// <summary>Date index of the last horizon: beyond it only factors, events and companies move.</summary>
    public int LastHorizonDate => HorizonDates[^1];
}
