"""The figures that these tests hold the part to, by QuantLib itself (Debian's quantlib-python, 1.29): /usr/bin/python3 reference.py"""
import QuantLib as ql

AS_OF = ql.Date(1, 1, 2026)
ql.Settings.instance().evaluationDate = AS_OF
DC = ql.Actual365Fixed()
CAL = ql.NullCalendar()


def flat(rate):
    return ql.YieldTermStructureHandle(ql.FlatForward(AS_OF, rate, DC))


def process(spot, rate, dividends, volatility):
    vol = ql.BlackVolTermStructureHandle(ql.BlackConstantVol(AS_OF, CAL, volatility, DC))
    return ql.BlackScholesMertonProcess(ql.QuoteHandle(ql.SimpleQuote(spot)), flat(dividends), flat(rate), vol)


def american(kind, spot, strike, days, rate, dividends, volatility):
    option = ql.VanillaOption(ql.PlainVanillaPayoff(kind, strike), ql.AmericanExercise(AS_OF, AS_OF + days))
    option.setPricingEngine(ql.FdBlackScholesVanillaEngine(process(spot, rate, dividends, volatility), 2000, 2000))
    return option.NPV()


def barrier(knock, level, rebate, kind, strike, days):
    option = ql.BarrierOption(knock, level, rebate, ql.PlainVanillaPayoff(kind, strike), ql.EuropeanExercise(AS_OF + days))
    option.setPricingEngine(ql.AnalyticBarrierEngine(process(100, 0.08, 0.04, 0.25)))
    return option.NPV()


for kind, name in ((ql.Option.Put, "put"), (ql.Option.Call, "call")):
    for spot, days, rate, dividends, volatility in ((80, 365, 0.05, 0, 0.2), (100, 365, 0.05, 0, 0.2), (100, 730, 0.05, 0.03, 0.35), (120, 181, 0.02, 0.06, 0.25)):
        print(f"american {name} S {spot} days {days} r {rate} q {dividends} v {volatility}: {american(kind, spot, 100, days, rate, dividends, volatility):.4f}")

for knock, name, level in ((ql.Barrier.DownOut, "down-and-out", 95), (ql.Barrier.DownIn, "down-and-in", 95), (ql.Barrier.UpOut, "up-and-out", 105), (ql.Barrier.UpIn, "up-and-in", 105)):
    for kind, word in ((ql.Option.Put, "put"), (ql.Option.Call, "call")):
        print(f"barrier {word} {name} {level} K 90: {barrier(knock, level, 3, kind, 90, 181):.6f}")

quotes = [(3, "d", 0.0365), (6, "d", 0.036)] + [(12 * y, "s", r) for y, r in ((1, 0.0352), (2, 0.0345), (5, 0.036), (10, 0.0395), (30, 0.043))]
index = ql.IborIndex("three months", ql.Period(3, ql.Months), 0, ql.USDCurrency(), CAL, ql.Unadjusted, False, ql.Actual360())
fixed = ql.Thirty360(ql.Thirty360.BondBasis)
helpers = [
    ql.DepositRateHelper(r, ql.Period(m, ql.Months), 0, CAL, ql.Unadjusted, False, ql.Actual360()) if t == "d"
    else ql.SwapRateHelper(r, ql.Period(m, ql.Months), CAL, ql.Annual, ql.Unadjusted, fixed, index)
    for m, t, r in quotes
]
curve = ql.PiecewiseLinearZero(AS_OF, helpers, DC)
for date, _ in curve.nodes():
    print(f"curve {date.ISO()}: {curve.zeroRate(date, DC, ql.Continuous).rate() if date > AS_OF else curve.nodes()[0][1]:.10f}")

handle = flat(0.04)
index = ql.IborIndex("three months", ql.Period(3, ql.Months), 0, ql.USDCurrency(), CAL, ql.Unadjusted, False, ql.Actual360(), handle)
model = ql.HullWhite(handle, 0.1, 0.01)
swaptions = []
for e, length, v in ((1, 5, 0.1148), (2, 4, 0.1108), (3, 3, 0.1070), (4, 2, 0.1021), (5, 1, 0.1000)):
    helper = ql.SwaptionHelper(
        ql.Period(e, ql.Years), ql.Period(length, ql.Years), ql.QuoteHandle(ql.SimpleQuote(v)), index, ql.Period(1, ql.Years), fixed, ql.Actual360(), handle)
    helper.setPricingEngine(ql.JamshidianSwaptionEngine(model, handle))
    swaptions.append(helper)
model.calibrate(swaptions, ql.LevenbergMarquardt(1e-8, 1e-8, 1e-8), ql.EndCriteria(1000, 100, 1e-8, 1e-10, 1e-10))
print("hull-white a, sigma:", list(model.params()))

# Implied volatilities of a Hull-White model of a = 0.08, sigma = 0.011: what calibration has to find again.
model = ql.HullWhite(handle, 0.08, 0.011)
for e, length in ((1, 9), (2, 8), (3, 7), (5, 5), (7, 3), (9, 1)):
    helper = ql.SwaptionHelper(
        ql.Period(e, ql.Years), ql.Period(length, ql.Years), ql.QuoteHandle(ql.SimpleQuote(0.01)), index, ql.Period(1, ql.Years), fixed, ql.Actual360(), handle,
        ql.BlackCalibrationHelper.RelativePriceError, ql.nullDouble(), 1.0, ql.Normal)
    helper.setPricingEngine(ql.JamshidianSwaptionEngine(model, handle))
    print(f"normal volatility {e}y{length}y: {helper.impliedVolatility(helper.modelValue(), 1e-12, 1000, 1e-5, 1):.10f}")

# Implied volatilities of a Heston model: v0 0.04, kappa 1.5, theta 0.06, sigma 0.4, rho -0.6.
heston = ql.HestonProcess(flat(0.03), flat(0.01), ql.QuoteHandle(ql.SimpleQuote(100)), 0.04, 1.5, 0.06, 0.4, -0.6)
engine = ql.AnalyticHestonEngine(ql.HestonModel(heston), 192)
for months in (3, 6, 12, 24):
    for strike in (80, 90, 100, 110, 120):
        option = ql.VanillaOption(ql.PlainVanillaPayoff(ql.Option.Call, strike), ql.EuropeanExercise(AS_OF + ql.Period(months, ql.Months)))
        option.setPricingEngine(engine)
        price = option.NPV()
        print(f"heston {months}m {strike}: {option.impliedVolatility(price, process(100, 0.03, 0.01, 0.2), 1e-12, 1000, 1e-4, 4):.10f}")
