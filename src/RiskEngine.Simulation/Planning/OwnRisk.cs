using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>How an instrument's volatility divides into what factors explain and its own.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Explained">Volatility a year from its exposures, over one regular step; may exceed the total, which is an error of the
/// file.</param>
public sealed record OwnRisk(Instrument Instrument, double Explained)
{
    /// <summary>
    /// The volatility a year that factors do not explain: sqrt(total^2 - explained^2); zero where they explain more than there is.
    /// </summary>
    public double OwnVolatility => Math.Sqrt(Math.Max(0, Instrument.Volatility * Instrument.Volatility - Explained * Explained));

    /// <summary>The division for every instrument of a model.</summary>
    /// <param name="model">The model, the base case's.</param>
    /// <param name="variances">Its factors' covariances over one regular step (<see cref="ResolutionDates.FirstPeriod"/>).</param>
    /// <param name="periodYears">Length of that step in years.</param>
    public static IEnumerable<OwnRisk> Of(Model model, Variances variances, double periodYears)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(variances);
        return model.Instruments.Select(i => new OwnRisk(i, Math.Sqrt(Math.Max(0, variances.Of(model.ExposuresOf(i))[1]) / periodYears)));
    }
}
