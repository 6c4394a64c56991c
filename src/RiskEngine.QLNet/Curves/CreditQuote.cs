using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Curves;

/// <summary>The spread of a credit default swap.</summary>
/// <param name="Tenor">How long it protects; it ends on the 20th of a quarter's last month after that, as the market's contracts
/// do.</param>
/// <param name="Spread">What protection costs a year, as a decimal, paid by quarter.</param>
public sealed record CreditQuote(Tenor Tenor, double Spread);
