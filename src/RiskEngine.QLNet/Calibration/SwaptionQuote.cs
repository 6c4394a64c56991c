using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Calibration;

/// <summary>The implied volatility of a swaption at the money: the right to pay the forward swap rate.</summary>
/// <param name="Expiry">When it is exercised.</param>
/// <param name="Length">How long the swap then runs.</param>
/// <param name="Volatility">A year: of the rate itself (0.009 is 90 basis points) or, where <paramref name="IsLognormal"/>, of its
/// logarithm.</param>
/// <param name="IsLognormal">Whether the quote is Black's volatility instead of Bachelier's.</param>
public sealed record SwaptionQuote(Tenor Expiry, Tenor Length, double Volatility, bool IsLognormal = false);
