using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Scoring;
using RiskEngine.Results;

namespace RiskEngine.Scoring;

/// <summary>Holds what happened against a run's base case: portfolios as held by prices, predictions by prices or by what the user says.</summary>
/// <param name="scenario">The run's scenario.</param>
/// <param name="forecast">What the run said.</param>
/// <param name="prices">Closes in the scenario's currency, adjusted for splits and dividends; columns are named by instruments, or factors.</param>
public sealed class RunScorer(Scenario scenario, IRunForecast forecast, PriceHistory prices)
{
    private readonly Closes closes = new(prices);

    /// <summary>The scores.</summary>
    /// <param name="outcomes">Whether predictions came true, for those that prices do not decide.</param>
    public ScoreResults Score(IReadOnlyDictionary<(Id<Thesis>, Id<Prediction>), bool> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var (until, model) = (prices.Dates[^1], scenario.Base.Model);
        var missing = model.Portfolios.ToDictionary(p => p.Id, Missing);
        var predictions = model.Theses.SelectMany(t => t.Predictions.Select(p => (Thesis: t, Prediction: p))).ToList();
        var due = predictions.Where(p => p.Prediction.Date <= until || outcomes.ContainsKey((p.Thesis.Id, p.Prediction.Id))).ToList();
        return new ScoreResults
        {
            Until = until,
            Portfolios = [.. model.Portfolios.Where(p => missing[p.Id].Count == 0).Select(p => Score(p, until))],
            Unscored = [.. model.Portfolios.Where(p => missing[p.Id].Count > 0).Select(p => new UnscoredPortfolio(p, missing[p.Id]))],
            Predictions =
            [
                .. due.Select(p => new PredictionScore(
                    p.Thesis,
                    p.Prediction,
                    forecast.Probability(p.Thesis.Id, p.Prediction.Id),
                    outcomes.TryGetValue((p.Thesis.Id, p.Prediction.Id), out var came)
                        ? came
                        : Holds(p.Prediction.Condition, p.Prediction.Date)
                )),
            ],
            StillToCome = predictions.Count - due.Count,
        };
    }

    private List<Id<Instrument>> Missing(Portfolio portfolio) =>
        [
            .. portfolio
                .Positions.Select(p => p.Instrument)
                .Where(i => !IsCash(i) && (closes.At(i.Value, scenario.AsOf) is null || closes.At(i.Value, prices.Dates[^1]) is null)),
        ];

    private PortfolioScore Score(Portfolio portfolio, DateOnly until)
    {
        var fan = forecast.Fan(portfolio.Id);
        return new PortfolioScore(
            portfolio,
            [
                .. fan
                    .Dates.Select(
                        (date, i) =>
                            (
                                Value: date <= until ? Value(portfolio, date) : null,
                                Make: (Func<double, FollowedValue>)(
                                    v => new(date, v, fan.Q05[i], fan.Q25[i], fan.Median[i], fan.Q75[i], fan.Q95[i])
                                )
                            )
                    )
                    .Where(v => v.Value is not null)
                    .Select(v => v.Make(v.Value!.Value)),
            ],
            [.. scenario.Horizons.Where(h => h.Date <= until).Select(h => Score(portfolio, h)).OfType<HorizonScore>()]
        );
    }

    private HorizonScore? Score(Portfolio portfolio, Horizon horizon)
    {
        if (Value(portfolio, horizon.Date) is not { } value)
            return null;
        var (profit, paths) = (value - 1, forecast.Profits(portfolio.Id, horizon.Id));
        var (median, valueAtRisk) = forecast.Measures(portfolio.Id, horizon.Id);
        return new HorizonScore(
            horizon,
            profit,
            median,
            valueAtRisk,
            paths.IsEmpty ? double.NaN : ProbabilityIntegralTransform.Of(paths.Span, profit),
            paths.IsEmpty ? double.NaN : Crps.Of(paths.Span, profit)
        );
    }

    /// <summary>The value on a day by that on the as-of date, holdings unchanged; null where a close is missing.</summary>
    private double? Value(Portfolio portfolio, DateOnly date)
    {
        var value = 0.0;
        foreach (var position in portfolio.Positions)
        {
            if (Growth(position.Instrument, date) is not { } growth)
                return null;
            value += portfolio.Weight(position) * growth;
        }

        return value;
    }

    private double? Growth(Id<Instrument> instrument, DateOnly date) =>
        IsCash(instrument) ? Math.Exp(scenario.Base.Model.RiskFreeRate * (date.DayNumber - scenario.AsOf.DayNumber) / 365.0)
        : closes.At(instrument.Value, date) is { } close && closes.At(instrument.Value, scenario.AsOf) is { } start ? close / start
        : null;

    private bool IsCash(Id<Instrument> id) => scenario.Base.Model.Instruments.First(i => i.Id == id).Kind == InstrumentKind.Cash;

    /// <summary>Whether a condition held, as far as columns of prices name its factors; null where they do not.</summary>
    private bool? Holds(Condition condition, DateOnly date) =>
        condition switch
        {
            FactorCondition c => closes.At(c.Factor.Value, date) is { } value ? IsOn(c.Side, value, c.Level) : null,
            RatioCondition c => closes.At(c.Numerator.Value, date) is { } top && closes.At(c.Denominator.Value, date) is { } bottom
                ? IsOn(c.Side, top / bottom, c.Level)
                : null,
            AllCondition c => All([.. c.Parts.Select(p => Holds(p, date))]),
            _ => null,
        };

    private static bool? All(IReadOnlyList<bool?> parts) =>
        parts.Contains(false) ? false
        : parts.Contains(null) ? null
        : true;

    private static bool IsOn(Side side, double value, double level) => side == Side.Above ? value > level : value < level;
}
