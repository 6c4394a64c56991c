using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Data;

/// <summary>Turns a run's results into what results.json holds.</summary>
public static class ResultsMapper
{
    /// <summary>The data of a run.</summary>
    public static ResultsData Map(RiskResults results, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        return new()
        {
            SchemaVersion = ResultsData.CurrentSchemaVersion,
            RunId = run.RunId,
            EngineVersion = results.EngineVersion,
            Scenario = Scenario(results),
            Cases = [.. results.Cases.Select(c => CaseMapper.Map(c, results.Scenario.Horizons))],
            Attribution = results.Attribution is null ? null : AttributionMapper.Map(results.Attribution),
            EventEffects =
            [
                .. results.EventEffects.Select(e => new EventEffectData(
                    e.Event.Id.Value,
                    e.Portfolio.Id.Value,
                    e.Variant.Id,
                    e.Horizon.Id.Value,
                    CaseMapper.Effect(e.Effect)
                )),
            ],
            Instruments = [.. results.Instruments.Select(Instrument)],
            Views = DecisionMapper.Views(results.Views),
            Uncertainty = DecisionMapper.Uncertainty(results.Uncertainty),
            TotalUncertainty = TotalUncertaintyData.From(results.TotalUncertainty),
            Optimiser = DecisionMapper.Optimiser(results.Optimiser),
            Limits = [.. results.Limits.Select(Limit)],
            Findings =
            [
                .. results.Findings.Select(f => new FindingData(
                    f.Thesis.Value,
                    f.Check.Id.Value,
                    Name(f.Verdict),
                    f.Check.Says,
                    [.. f.Check.Claims.Select(c => c.ToString())],
                    f.Check.Arithmetic?.Claimed,
                    f.Calculated
                )
                {
                    ChangesAnswer = ReadingTexts.Changes(results.Readings.FirstOrDefault(r => r.Path == $"checks.{f.Check.Id}")),
                }),
            ],
            Readings =
            [
                .. results.Readings.Select(r => new ReadingData(
                    r.Path,
                    ReadingTexts.Changes(r),
                    [
                        .. r.Decisions.Select(d => new ReadDecisionData(
                            d.Portfolio.Id.Value,
                            CaseMapper.Effect(d.Stands.Effect),
                            CaseMapper.Effect(d.Otherwise.Effect)
                        )),
                    ]
                )),
            ],
            Notices = [.. results.Notices.Select(n => new NoticeData(Name(n.Severity), n.Location.ToString(), n.Message))],
        };
    }

    private static ScenarioData Scenario(RiskResults results)
    {
        var scenario = results.Scenario;
        return new(
            scenario.Id.Value,
            scenario.Name,
            scenario.AsOf,
            scenario.Currency,
            scenario.Simulation.Paths,
            scenario.Simulation.Step.ToString(),
            scenario.Simulation.Seed,
            scenario.LargeLoss,
            [.. scenario.Horizons.Select(h => new HorizonData(h.Id.Value, h.Name, h.Tenor.ToString(), h.Date, h.Years))],
            [.. results.Base.Case.Model.Portfolios.Select(p => new PortfolioData(p.Id.Value, p.Name, p.Value))],
            [
                .. results.Base.Case.Model.Recommendations.Select(r => new RecommendationData(
                    r.Id.Value,
                    r.Name,
                    r.Horizon.Value,
                    r.Conviction.Verb,
                    r.Size,
                    r.IsTraded,
                    r.From,
                    r.Until
                )),
            ]
        );
    }

    private static InstrumentData Instrument(ReturnDecomposition i) =>
        new(
            i.Instrument.Id.Value,
            i.Instrument.Name,
            Name(i.Instrument.Kind),
            i.RiskFree,
            i.Premium,
            i.NotPricedIn,
            FigureData.From(i.Events),
            FigureData.From(i.Expected),
            FigureData.Known(i.Rest),
            i.Volatility,
            i.OwnVolatility,
            FigureData.From(i.SimulatedVolatility),
            i.Exposures.ToDictionary(e => e.Factor.Value, e => e.Size)
        );

    private static LimitData Limit(LimitResult l) =>
        new(
            l.Limit.Measure,
            l.Limit.Horizon.Value,
            l.Limit.Portfolio.Value,
            l.Limit.Variant.Id(),
            l.Limit.Case.Value,
            l.Limit.Below,
            l.Limit.Above,
            FigureData.From(l.Measured),
            l.Holds
        );

    /// <summary>The word of an enumeration as files write it.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
