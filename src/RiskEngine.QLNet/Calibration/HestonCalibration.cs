using QLNet;
using RiskEngine.QLNet.Curves;

namespace RiskEngine.QLNet.Calibration;

/// <summary>
/// Parameters of the factor kind <c>heston</c> from option volatilities, by QLNet's calibrator; of the pricing law, so that no premium is
/// in them.
/// </summary>
/// <param name="StartVariance">v0, a year.</param>
/// <param name="LongVariance">theta, a year.</param>
/// <param name="HalfLife">Years in which a deviation of the variance halves: ln 2 / kappa.</param>
/// <param name="VolOfVol">sigma, a year.</param>
/// <param name="Correlation">rho, of price and variance.</param>
/// <param name="Quotes">How close the fit comes to each quote, in their order.</param>
public sealed record HestonCalibration(
    double StartVariance,
    double LongVariance,
    double HalfLife,
    double VolOfVol,
    double Correlation,
    IReadOnlyList<FittedQuote> Quotes
)
{
    /// <summary>
    /// Fits the five parameters by least squares of relative price errors (Levenberg-Marquardt), options priced by Heston's formula (1993).
    /// </summary>
    /// <param name="asOf">The valuation date.</param>
    /// <param name="spot">Price of the underlying, above 0.</param>
    /// <param name="rate">Risk-free rate, continuously compounded.</param>
    /// <param name="dividendYield">Dividend yield, continuously compounded.</param>
    /// <param name="quotes">At least five, of several expiries and strikes.</param>
    /// <exception cref="ArgumentException">Fewer than five quotes.</exception>
    public static HestonCalibration Fit(DateOnly asOf, double spot, double rate, double dividendYield, IReadOnlyList<OptionQuote> quotes)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        if (quotes.Count < 5)
            throw new ArgumentException($"Expected five option quotes or more for five parameters, found {quotes.Count}.", nameof(quotes));
        return ValuationDate.On(
            asOf,
            () =>
            {
                var (riskFree, dividends) = (Flat(asOf, rate), Flat(asOf, dividendYield));
                var variance = quotes.Average(q => q.Volatility * q.Volatility);
                var process = new HestonProcess(
                    riskFree,
                    dividends,
                    new Handle<Quote>(new SimpleQuote(spot)),
                    variance,
                    1,
                    variance,
                    0.5,
                    -0.3
                );
                var model = new HestonModel(process);
                var engine = new AnalyticHestonEngine(model, 96);
                var helpers = quotes
                    .Select(q =>
                    {
                        CalibrationHelper helper = new HestonModelHelper(
                            MarketCurve.ToPeriod(q.Expiry),
                            new NullCalendar(),
                            spot,
                            q.Strike,
                            new Handle<Quote>(new SimpleQuote(q.Volatility)),
                            riskFree,
                            dividends
                        );
                        helper.setPricingEngine(engine);
                        return helper;
                    })
                    .ToList();
                model.calibrate(helpers, new LevenbergMarquardt(1e-8, 1e-8, 1e-8), new EndCriteria(1000, 100, 1e-8, 1e-10, 1e-10));
                return new HestonCalibration(
                    model.v0(),
                    model.theta(),
                    Math.Log(2) / model.kappa(),
                    model.sigma(),
                    model.rho(),
                    [.. helpers.Select(h => new FittedQuote(h.marketValue(), h.modelValue()))]
                );
            }
        );
    }

    private static Handle<YieldTermStructure> Flat(DateOnly asOf, double rate) =>
        new(new FlatForward(asOf.ToQLNet(), rate, CalendarDates.DayCount));
}
