using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>Measures a case, part by part: of each part what its columns tell.</summary>
internal sealed class CaseMeasuring
{
    private readonly Scenario scenario;
    private readonly Case @case;
    private readonly Planner planner;
    private readonly SortBuffers room;
    private readonly PortfolioMeasuring portfolios;
    private readonly IndicatorResult[] indicators;

    public CaseMeasuring(Scenario scenario, Case @case, Planner planner, SortBuffers room)
    {
        this.scenario = scenario;
        this.@case = @case;
        this.planner = planner;
        this.room = room;
        portfolios = new PortfolioMeasuring(scenario, @case.Model, planner.Grid, planner.DeltaNormalOf(@case.Model));
        indicators = new IndicatorResult[@case.Model.Indicators.Count()];
    }

    /// <summary>Measures the columns of a part.</summary>
    public void Add(CaseOutcomes outcomes) => room.Do([.. PiecesOf(outcomes)]);

    /// <summary>Measures the last part.</summary>
    /// <param name="last">The last or only part: the headline, counts, drawings.</param>
    /// <returns>The results of all parts.</returns>
    public CaseResult Finish(CaseOutcomes last)
    {
        var factors = last.FactorFans.All is [] or [{ Length: 0 }, ..] ? [] : new FactorFan[@case.Model.Factors.Count];
        room.Do([.. PiecesOf(last), .. factors.Select((_, at) => (Action<float[]>)(buffer => factors[at] = Factor(at, last, buffer)))]);
        var resolved = Resolved(last);
        return new CaseResult
        {
            Case = @case,
            Portfolios = portfolios.Results,
            Predictions = resolved.Predictions(),
            Indicators = indicators,
            Events = resolved.Events(),
            PrivateCompanies = resolved.Companies(),
            Factors = factors,
            Margins = MarginMeasuring.Of(scenario, @case.Model, last),
        };
    }

    private IEnumerable<Action<float[]>> PiecesOf(CaseOutcomes outcomes)
    {
        var pieces = portfolios.PiecesOf(outcomes);
        return outcomes.Indicators.Any(i => i.Length > 0) ? pieces.Concat(Resolved(outcomes).PiecesOf(indicators)) : pieces;
    }

    private FactorFan Factor(int at, CaseOutcomes last, float[] buffer)
    {
        var factor = @case.Model.Factors[at];
        return new FactorFan(factor, planner.ScaleOf(factor), FanDrawing.Of(last.FactorFans[at], last.FanDates, planner.Grid, buffer));
    }

    private ResolvedMeasuring Resolved(CaseOutcomes outcomes) => new(scenario, @case.Model, planner.Grid, outcomes);
}
