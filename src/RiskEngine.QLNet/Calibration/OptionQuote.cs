using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Calibration;

/// <summary>The implied volatility of a European option.</summary>
/// <param name="Expiry">When it is exercised.</param>
/// <param name="Strike">Its strike, in the unit of the spot.</param>
/// <param name="Volatility">Black and Scholes's, a year.</param>
public sealed record OptionQuote(Tenor Expiry, double Strike, double Volatility);
