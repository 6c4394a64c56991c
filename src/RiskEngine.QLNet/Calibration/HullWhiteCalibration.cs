using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.QLNet.Curves;

namespace RiskEngine.QLNet.Calibration;

/// <summary>Parameters of the factor kind <c>hull-white</c> from swaption volatilities, by QLNet's calibrator.</summary>
/// <param name="HalfLife">Years in which a deviation from the curve halves: ln 2 / a.</param>
/// <param name="Volatility">sigma, a square root of a year.</param>
/// <param name="Quotes">How close the fit comes to each quote, in their order.</param>
public sealed record HullWhiteCalibration(double HalfLife, double Volatility, IReadOnlyList<FittedQuote> Quotes)
{
    // The factor kind's longest half-life is 1,000 years.
    private const double LeastReversion = 0.0007;

    /// <summary>
    /// Fits both parameters by least squares of relative price errors (Levenberg-Marquardt), swaptions priced by Jamshidian's decomposition
    /// (1989).
    /// </summary>
    /// <param name="asOf">The valuation date.</param>
    /// <param name="curve">Zero yields, continuously compounded, in rising order from the as-of date or before: the factor's path.</param>
    /// <param name="quotes">At least two.</param>
    /// <exception cref="ArgumentException">Fewer than two quotes.</exception>
    public static HullWhiteCalibration Fit(DateOnly asOf, IReadOnlyList<DatedValue> curve, IReadOnlyList<SwaptionQuote> quotes)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(quotes);
        if (quotes.Count < 2)
            throw new ArgumentException($"Expected two swaption quotes or more for two parameters, found {quotes.Count}.", nameof(quotes));
        return ValuationDate.On(
            asOf,
            () =>
            {
                var discount = MarketCurve.ToQLNet(asOf, curve);
                var model = new HullWhite(discount, 0.1, 0.01);
                var helpers = quotes.Select(CalibrationHelper (q) => Helper(q, discount, model)).ToList();
                model.calibrate(helpers, new LevenbergMarquardt(1e-8, 1e-8, 1e-8), new EndCriteria(1000, 100, 1e-8, 1e-10, 1e-10));
                var (a, sigma) = (model.parameters()[0], model.parameters()[1]);
                return new HullWhiteCalibration(
                    Math.Log(2) / Math.Max(a, LeastReversion),
                    sigma,
                    [.. helpers.Select(h => new FittedQuote(h.marketValue(), h.modelValue()))]
                );
            }
        );
    }

    private static SwaptionHelper Helper(SwaptionQuote quote, Handle<YieldTermStructure> curve, HullWhite model)
    {
        var helper = new SwaptionHelper(
            MarketCurve.ToPeriod(quote.Expiry),
            MarketCurve.ToPeriod(quote.Length),
            new Handle<Quote>(new SimpleQuote(quote.Volatility)),
            MarketCurve.ThreeMonths(curve),
            new Period(1, TimeUnit.Years),
            new Thirty360(Thirty360.Thirty360Convention.BondBasis),
            new Actual360(),
            curve,
            CalibrationHelper.CalibrationErrorType.RelativePriceError,
            type: quote.IsLognormal ? VolatilityType.ShiftedLognormal : VolatilityType.Normal
        );
        helper.setPricingEngine(new JamshidianSwaptionEngine(model, curve));
        return helper;
    }
}
