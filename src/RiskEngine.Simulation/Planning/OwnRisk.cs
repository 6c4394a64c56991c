using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Planning;

/// <summary>How an instrument's volatility divides into what factors explain and its own.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Explained">Volatility a year from its exposures, over one regular step; where the instrument states its volatility it may
/// exceed that, which is an error of the file.</param>
/// <param name="Stated">Volatility a year of the own risk that it states, over one regular step; null where it states none.</param>
public sealed record OwnRisk(Instrument Instrument, double Explained, double? Stated)
{
    /// <summary>
    /// The volatility a year that factors do not explain: what the instrument states, else sqrt(total^2 - explained^2), zero where factors
    /// explain more than there is.
    /// </summary>
    public double OwnVolatility => Stated ?? Math.Sqrt(Math.Max(0, Instrument.Volatility * Instrument.Volatility - Explained * Explained));

    /// <summary>The volatility a year of both together.</summary>
    public double Volatility => Stated is { } own ? Math.Sqrt(Explained * Explained + own * own) : Instrument.Volatility;

    /// <summary>The division for every instrument of a model.</summary>
    /// <param name="model">The model, the base case's.</param>
    /// <param name="kinds">The factor kinds.</param>
    /// <param name="period">One regular step (<see cref="ResolutionDates.FirstPeriod"/>).</param>
    public static IEnumerable<OwnRisk> Of(Model model, FactorCatalogue kinds, TimeGrid period)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(period);
        var variances = Variances.Of(model, kinds, period);
        var years = period.StepYears(0);
        return model.Instruments.Select(i => new OwnRisk(
            i,
            Math.Sqrt(Math.Max(0, variances.Of(model.ExposuresOf(i))[1]) / years),
            i.Own is { } own ? Math.Sqrt(Variances.OfProcess(kinds.KindOf(own).Create(own, period), 1) / years) : null
        ));
    }
}
