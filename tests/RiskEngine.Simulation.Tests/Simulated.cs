using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Simulation.Tests;

/// <summary>A small scenario, simulated; its columns by the names of things.</summary>
internal sealed class Simulated
{
    public const int Paths = OutcomeSelection.ColumnPaths;

    private readonly Model model;
    private readonly Scenario scenario;
    private readonly CaseOutcomes outcomes;

    private Simulated(Scenario scenario, Case @case, Planner planner, CaseOutcomes outcomes)
    {
        this.scenario = scenario;
        this.outcomes = outcomes;
        model = @case.Model;
        Planner = planner;
    }

    public static FactorCatalogue Kinds { get; } = new(BuiltInKinds.All);

    public Planner Planner { get; }

    public TimeGrid Grid => Planner.Grid;

    public CaseOutcomes Outcomes => outcomes;

    public static Simulated Of(
        ScenarioBuilder small,
        int paths = Paths,
        string @case = "base",
        int threads = 2,
        ulong seed = 20260101,
        Func<SimulatedCase, SimulatedCase>? change = null,
        SamplingMethod sampling = SamplingMethod.Pseudo
    )
    {
        var built = small.Build(paths, seed);
        built = built with { Simulation = built.Simulation with { Sampling = sampling } };
        var planner = new Planner(built, Kinds, seed);
        var which = built.Cases.First(c => c.Id.Value == @case);
        var version = change is null ? new SimulatedCase(which) : change(new SimulatedCase(which));
        var selection = new OutcomeSelection(VariantSelection.All, Resolved: true, Fans: false, Instruments: true, Margins: true);
        return new Simulated(
            built,
            which,
            planner,
            new PathSimulator(planner, paths, threads).Simulate(version, selection, null, CancellationToken.None)
        );
    }

    /// <summary>The variants of every portfolio.</summary>
    public VariantSet Variants => model.Variants;

    /// <summary>Profits of a portfolio, as held unless told otherwise.</summary>
    public float[] Profits(string portfolio, VariantIndex variant = default, int horizon = 0) =>
        outcomes.Cube.Profits(PortfolioAt(portfolio), variant, new HorizonIndex(horizon));

    public float[] Drawdowns(string portfolio, VariantIndex variant = default, int horizon = 0) =>
        outcomes.Cube.Drawdowns(PortfolioAt(portfolio), variant, new HorizonIndex(horizon));

    /// <summary>The probability of a call for margin on every path, of the only portfolio that keeps a ratio.</summary>
    public float[] MarginCalls(int horizon = 0) => outcomes.MarginCalls[0, new HorizonIndex(horizon)];

    /// <summary>Values of an instrument at the headline horizon, 1 on the as-of date.</summary>
    public float[] Values(string instrument) =>
        outcomes.Instruments[At(model.Instruments.Select(i => i.Id), new(instrument)), scenario.HeadlineHorizonIndex];

    /// <summary>Values of a factor on the date of the indicator that <see cref="ScenarioBuilder.Watch"/> made.</summary>
    public float[] Watched(string factor, string tenor) =>
        outcomes.Indicators[At(model.Indicators.Select(i => i.Id), new($"{factor}.{tenor}"))];

    /// <summary>The dates of first occurrences; null where the event never occurs.</summary>
    public DateOnly?[] Occurrences(string risk) =>
        [
            .. outcomes
                .FirstOccurrences[At(model.Events.Select(e => e.Id), new(risk))]
                .Select(at => at == 0 ? (DateOnly?)null : Grid.Dates[at]),
        ];

    public CompanyState[] States(string company) => outcomes.CompanyStates[CompanyAt(company)];

    public short[] ExitDates(string company) => outcomes.ExitDates[CompanyAt(company)];

    public short[] DownRoundDates(string company) => outcomes.DownRoundDates[CompanyAt(company)];

    public bool[] Condition(int at) => outcomes.Conditions[at];

    private int CompanyAt(string company) =>
        At(model.Instruments.Where(i => i.Kind == InstrumentKind.Private).Select(i => i.Id), new(company));

    private PortfolioIndex PortfolioAt(string portfolio) => new(At(scenario.Base.Model.Portfolios.Select(p => p.Id), new(portfolio)));

    private static int At<T>(IEnumerable<Id<T>> ids, Id<T> id) => ids.ToList().IndexOf(id);
}
