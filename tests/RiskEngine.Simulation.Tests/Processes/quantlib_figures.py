"""The figures of QuantLibFiguresTests.cs, by QuantLib's own analytic engines (made with quantlib-python 1.29).

    /usr/bin/python3 quantlib_figures.py

Times are ACT/365F from 1 January 2026; rates are continuously compounded.
"""
import math
import QuantLib as ql

as_of = ql.Date(1, 1, 2026)
ql.Settings.instance().evaluationDate = as_of
days = ql.Actual365Fixed()


def flat(rate):
    return ql.YieldTermStructureHandle(ql.FlatForward(as_of, rate, days))


def call(strike, engine):
    option = ql.VanillaOption(ql.PlainVanillaPayoff(ql.Option.Call, strike), ql.EuropeanExercise(as_of + 365))
    option.setPricingEngine(engine)
    return option.NPV()


spot = ql.QuoteHandle(ql.SimpleQuote(100))
vol = ql.BlackVolTermStructureHandle(ql.BlackConstantVol(as_of, ql.NullCalendar(), 0.2, days))

for strike in (80, 100, 120):
    print(f"Black-Scholes call, strike {strike}: {call(strike, ql.AnalyticEuropeanEngine(ql.BlackScholesMertonProcess(spot, flat(0), flat(0.04), vol))):.8f}")

# Bates' model with a variance that hardly moves is Merton's; the Python package has no engine for the latter.
for strike in (80, 100, 120):
    model = ql.BatesModel(ql.BatesProcess(flat(0.04), flat(0), spot, 0.04, 1.0, 0.04, 1e-4, 0.0, 0.8, -0.15, 0.2))
    print(f"Merton call, strike {strike}: {call(strike, ql.BatesEngine(model, 1e-10, 100000)):.6f}")

for strike in (80, 100, 120):
    model = ql.HestonModel(ql.HestonProcess(flat(0.04), flat(0), spot, 0.05, 1.8, 0.04, 0.35, -0.6))
    print(f"Heston call, strike {strike}: {call(strike, ql.AnalyticHestonEngine(model, 1e-12, 100000)):.8f}")

# Kappa of a half-life of two years.
model = ql.CoxIngersollRoss(0.025, 0.05, math.log(2) / 2, 0.08)
for days_to_maturity in (365, 1096):
    print(f"Cox-Ingersoll-Ross bond, {days_to_maturity} days: {model.discount(days_to_maturity / 365):.10f}")
