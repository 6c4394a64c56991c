using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Processes;

/// <summary>Bonds off a short rate whose prices depend on the time to maturity by a formula of its kind.</summary>
/// <param name="bond">From date and time to maturity, both in ACT/365F years, to the bond.</param>
/// <param name="asOf">The day that dates are counted from.</param>
internal sealed class AffineShortRate(Func<double, double, AffineBond> bond, DateOnly asOf) : DiscountBonds
{
    /// <inheritdoc/>
    public override AffineBond At(DateOnly date, DateOnly maturity) => bond(DayCount.Years(asOf, date), DayCount.Years(date, maturity));

    /// <summary>B = (1 - e^(-kappa tau)) / kappa.</summary>
    public static double Slope(double kappa, double tau) => (1 - Math.Exp(-kappa * tau)) / kappa;
}
