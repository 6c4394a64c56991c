using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Results;

/// <summary>
/// What the base case expects of one instrument over the headline horizon (the scenario's second, or its only one), a year, in logarithms
/// of expected value: <see cref="RiskFree"/> + <see cref="Premium"/> + <see cref="NotPricedIn"/> + <see cref="Events"/> gives
/// <see cref="Expected"/>, apart from <see cref="Rest"/>.
/// </summary>
public sealed record ReturnDecomposition
{
    /// <summary>The instrument.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The risk-free rate.</summary>
    public required double RiskFree { get; init; }

    /// <summary>Exposures times premiums.</summary>
    public required double Premium { get; init; }

    /// <summary>Exposures times the expected factor moves that prices do not know.</summary>
    public required double NotPricedIn { get; init; }

    /// <summary>
    /// What risk events, deals and private exits take or add: the simulated expected return less that of a run without them.
    /// </summary>
    public required Estimate Events { get; init; }

    /// <summary>The simulated expected return: ln of the mean of the value relative to the start, by the horizon's years.</summary>
    public required Estimate Expected { get; init; }

    /// <summary>
    /// What the other terms leave of <see cref="Expected"/>: convexity of uncertain parameters, and sampling error; of a priced instrument,
    /// what its price gains beyond the risk-free rate.
    /// </summary>
    public double Rest => Expected.Value - RiskFree - Premium - NotPricedIn - Events.Value;

    /// <summary>
    /// Volatility a year as the scenario gives it, without events; 0 for a priced instrument, which has that of its price.
    /// </summary>
    public required double Volatility { get; init; }

    /// <summary>The part of <see cref="Volatility"/> that the factors do not explain: the instrument's own risk.</summary>
    public required double OwnVolatility { get; init; }

    /// <summary>Simulated standard deviation of the log return a year, events included; not a number once a total loss occurs.</summary>
    public required Estimate SimulatedVolatility { get; init; }

    /// <summary>Exposures to every factor, market file and theses together.</summary>
    public required IReadOnlyList<Exposure> Exposures { get; init; }
}
