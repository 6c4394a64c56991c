namespace RiskEngine.QLNet.Calibration;

/// <summary>How close a fit comes to one quote.</summary>
/// <param name="Market">The quote's price.</param>
/// <param name="Model">The price of the fitted model.</param>
public sealed record FittedQuote(double Market, double Model)
{
    /// <summary>Model over market, less one.</summary>
    public double RelativeError => Model / Market - 1;
}
