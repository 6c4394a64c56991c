using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Time;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;
using RiskEngine.Results.Backtests.Fans;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Backtesting.Fans;

/// <summary>Calibrates on what was known at an origin, and simulates from there.</summary>
/// <param name="history">The prices; those after an origin are not read for it.</param>
/// <param name="calibration">What is estimated; its window is set here.</param>
/// <param name="premium">What the market is expected to earn; null for the default.</param>
/// <param name="settings">Horizons, paths and the like.</param>
internal sealed class OriginForecaster(
    PriceHistory history,
    CalibrationOptions calibration,
    EquityPremium? premium,
    FanBacktestSettings settings
)
{
    private const int LeastYears = 2;

    private readonly Engine engine = new();

    /// <summary>How many returns a column must have before it is forecast: those of two years.</summary>
    public int LeastReturns { get; } =
        (int)(LeastYears * Calibrator.FrequencyOf(history, calibration with { To = settings.Until }).PeriodsPerYear());

    /// <summary>First day that the forecast of an origin sees; null for all.</summary>
    public DateOnly? WindowStart(DateOnly origin)
    {
        if (settings.Window is not { } days)
            return null;
        var last = 0;
        while (last < history.Dates.Count && history.Dates[last] <= origin)
            last++;
        return history.Dates[Math.Max(0, last - 1 - days)];
    }

    /// <summary>The forecast.</summary>
    /// <exception cref="ArgumentException">The history is too short for any, in a sentence.</exception>
    public OriginForecast Of(DateOnly origin, CancellationToken cancel)
    {
        var options = calibration with { From = WindowStart(origin), To = origin, MinimumReturns = LeastReturns };
        var known = Calibrator.Calibrate(history, options);
        var scenario = CalibratedScenario.Of(known, origin, premium, settings);
        var check = engine.Check(scenario);
        if (!check.CanRun)
            throw new ScenarioException($"{origin:yyyy-MM-dd}", [.. check.Errors]);
        var planner = new Planner(check.Scenario, check.Kinds, settings.Seed, check.Quantiles);
        var keep = new OutcomeSelection(VariantSelection.None, Instruments: true);
        var outcomes = new PathSimulator(planner, settings.Paths, threads: 1).Simulate(
            new SimulatedCase(scenario.Base),
            keep,
            done: null,
            cancel
        );
        var instruments = scenario.Base.Model.Instruments;
        return new OriginForecast(
            origin,
            Enumerable
                .Range(0, instruments.Count)
                .ToDictionary(
                    i => instruments[i].Symbol,
                    i => HorizonIndex.First(settings.Horizons.Count).Select(h => outcomes.Instruments[i, h]).ToArray()
                ),
            known.Skipped.GroupBy(s => s.What).ToDictionary(g => g.Key, g => g.First().Reason),
            known.Method
        );
    }
}
