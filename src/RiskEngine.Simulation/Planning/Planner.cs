using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// Compiles the cases of one scenario. What all of them share is worked out once: the time grid, what prices know (the base case's
/// expected paths), and each instrument's own risk (what the base case's factors leave of its volatility).
/// </summary>
public sealed class Planner
{
    private readonly FactorCatalogue kinds;
    private readonly Scenario scenario;
    private readonly ulong seed;
    private readonly MadeOnce<(IReadOnlyList<RiskFactor>, IReadOnlyList<Correlation>, Copula, TimeGrid), Variances> variancesOf = new();
    private readonly TimeGrid period;
    private readonly MadeOnce<Model, EventPlan[]> eventsOf = new(ReferenceEqualityComparer.Instance);
    private readonly MadeOnce<Model, (FactorPlan[], InstrumentPlan[])> movesOf = new(ReferenceEqualityComparer.Instance);
    private readonly MadeOnce<Variances, (float[] Cholesky, TriangularProduct Product)> correlationOf = new();
    private readonly QuantileCatalogue quantiles;
    private readonly Dictionary<Id<RiskFactor>, FactorProcess> known;
    private readonly Dictionary<Id<Instrument>, OwnRisk> ownRisks;
    private readonly Dictionary<Id<Instrument>, double> startPrices;

    /// <summary>Prepares a scenario that <see cref="ScenarioCheck"/> found no error in.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="kinds">The factor kinds that it uses.</param>
    /// <param name="seed">Seed of all random streams.</param>
    /// <param name="shared">Tables that planners share; null for none.</param>
    public Planner(Scenario scenario, FactorCatalogue kinds, ulong seed, QuantileCatalogue? shared = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(kinds);
        this.scenario = scenario;
        this.kinds = kinds;
        this.seed = seed;
        quantiles = new QuantileCatalogue(shared);
        Grid = ResolutionDates.GridOf(scenario);
        var model = scenario.Base.Model;
        known = model.Factors.ToDictionary(f => f.Id, f => kinds.KindOf(f).Create(f, Grid));
        period = ResolutionDates.FirstPeriod(scenario);
        ownRisks = OwnRisk.Of(model, kinds, period).ToDictionary(o => o.Instrument.Id);
        startPrices = PricedPlanning.StartPrices(new PricingSetting(model, kinds, Grid));
    }

    /// <summary>The scenario whose cases are compiled.</summary>
    internal Scenario Scenario => scenario;

    /// <summary>The dates, the same for all cases.</summary>
    public TimeGrid Grid { get; }

    /// <summary>Whether a factor moves by amounts or by percentages.</summary>
    public FactorScale ScaleOf(RiskFactor factor) => kinds.KindOf(factor).Scale;

    /// <summary>Value at risk by deltas and covariances, in a case's model.</summary>
    public DeltaNormal DeltaNormalOf(Model model) => new(new PricingSetting(model, kinds, Grid), VariancesOf(model), ownRisks);

    /// <summary>How an instrument's volatility divides into the factors' and its own, in the base case.</summary>
    public OwnRisk OwnRiskOf(Id<Instrument> instrument) => ownRisks[instrument];

    /// <summary>
    /// The expected log return of an instrument by a date from factor moves that prices do not know, in the base case: exposure times the
    /// part of the expected move that is not priced in, realised parts at their means.
    /// </summary>
    public double NotPricedIn(Instrument instrument, DateOnly date)
    {
        var model = scenario.Base.Model;
        var at = Grid.IndexOf(date);
        return model
            .ExposuresOf(instrument)
            .Sum(e =>
            {
                var factor = model.Factors.First(f => f.Id == e.Factor);
                var move = News(known[e.Factor], at) - News(known[e.Factor], 0);
                return e.Size
                    * (
                        (factor.MeanRealised - factor.PricedIn) * move
                        + (1 - factor.PricedIn) * VariancesOf(model).RegimeDrift(e.Factor, at)
                    );
            });
    }

    /// <summary>
    /// What prices would know of a factor's move by a date if all of it were priced in, on the scale it moves by: an instrument's logarithm
    /// holds less exposure times <see cref="RiskFactor.PricedIn"/> times this.
    /// </summary>
    public double ExpectedMove(RiskFactor factor, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var (at, process, regimes) = (Grid.IndexOf(date), known[factor.Id], VariancesOf(scenario.Base.Model));
        return News(process, at) - News(process, 0) + regimes.RegimeDrift(factor.Id, at) - regimes.RegimeDrift(factor.Id, 0);
    }

    /// <summary>
    /// The hazard that an event adds up over each step while no trigger acts; infinite for the step in which a sure event comes.
    /// </summary>
    public double[] HazardOf(RiskEvent e) => EventPlanning.Hazard(e, Grid);

    /// <summary>What a priced instrument costs on the as-of date by its kind, in the unit of its kind; null for all others.</summary>
    public double? StartPrice(Id<Instrument> instrument) => startPrices.TryGetValue(instrument, out var price) ? price : null;

    /// <summary>Compiles one case.</summary>
    /// <param name="simulated">The case, or a counterfactual of it.</param>
    /// <param name="horizons">How many of the horizons, from the first; null for all.</param>
    internal CasePlan Plan(SimulatedCase simulated, int? horizons = null)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        var model = simulated.Case.Model;
        var index = new ModelIndex(model);
        var variances = VariancesOf(model);
        var (factors, instruments) = MovesOf(model, index, variances);
        var (cholesky, correlate) = CorrelationOf(model, variances);
        var companies = EventPlanning.Companies(model, index, simulated, Stream, quantiles);
        return new CasePlan
        {
            Grid = Grid,
            DrawCounters = [.. Enumerable.Range(1, Grid.StepCount).Select(d => (uint)(Grid.Dates[d].DayNumber - Grid.Dates[0].DayNumber))],
            HorizonDates = [.. scenario.Horizons.Take(horizons ?? int.MaxValue).Select(h => Grid.IndexOf(h.Date))],
            HeadlineDate = Grid.IndexOf(scenario.HeadlineHorizon.Date),
            Cash = [.. Grid.Years.Select(t => Math.Exp(model.RiskFreeRate * t))],
            Factors = factors,
            Cholesky = cholesky,
            Correlate = correlate,
            Copula = variances.Shocks.Copula is { } copula ? new CopulaPlan(copula, Stream("copula/mixing")) : null,
            Regimes = RegimePlanning.Regimes(model, index, Grid, variances, Stream),
            Instruments = instruments,
            Priced = PricedPlanning.Of(model, startPrices, index, kinds, Grid),
            Events = EventPlanning.Without(EventsOf(model, index), simulated),
            Companies = companies,
            Extremes = Stream("drawdown/extremes"),
            Between = Stream("drawdown/between"),
            Portfolios = [.. model.Portfolios.Select(p => PortfolioPlan.Of(p, model, index, Grid))],
            Variants = model.Variants,
            Overlays =
            [
                .. model
                    .Recommendations.Where(r => r.IsTraded)
                    .Select(r => new OverlayPlan(
                        Grid.IndexOf(r.From),
                        Grid.IndexOf(r.Until),
                        r.Conviction.Direction,
                        r.Funding,
                        1 - r.Cost,
                        [
                            .. r.Targets.Select(t => new LegPlan(
                                index.Instrument(t.Instrument),
                                r.Conviction.Direction == Direction.Buy ? r.Size * t.Weight : r.Size
                            )),
                        ]
                    )),
            ],
            Conditions = [.. model.Predictions.SelectMany(p => Resolution.Conditions(p, index, Grid))],
            Indicators = [.. model.Indicators.Select(i => new IndicatorPlan(Grid.IndexOf(i.Date), index.Factor(i.Factor)))],
        };
    }

    /// <summary>The stream of a name, under the run's seed.</summary>
    internal RandomStream Stream(string name) => RandomStream.Create(seed, name);

    /// <summary>The expected path without what volatility alone makes of it.</summary>
    private static double News(FactorProcess process, int date) => process.Expected(date) - process.VolatilityDrag(date);

    /// <summary>Models with the same factors, correlations and copula share them: counterfactuals, and cases that change others.</summary>
    private Variances VariancesOf(Model model, TimeGrid? on = null)
    {
        var grid = on ?? Grid;
        return variancesOf.Of((model.Factors, model.Correlations, model.Copula, grid), () => Variances.Of(model, kinds, grid));
    }

    private EventPlan[] EventsOf(Model model, ModelIndex index) =>
        eventsOf.Of(
            model,
            () => EventPlanning.Events(model, index, kinds, Grid, (VariancesOf(model, period), period.StepYears(0)), Stream, quantiles)
        );

    /// <summary>What factors and instruments do by themselves: counterfactuals without events and exits share it.</summary>
    private (FactorPlan[] Factors, InstrumentPlan[] Instruments) MovesOf(Model model, ModelIndex index, Variances variances) =>
        movesOf.Of(
            model,
            () =>
            {
                var factors = Factors(model);
                return (factors, [.. model.Instruments.Select(i => InstrumentOf(i, model, index, variances, factors))]);
            }
        );

    private (float[] Cholesky, TriangularProduct Product) CorrelationOf(Model model, Variances variances) =>
        correlationOf.Of(
            variances,
            () =>
            {
                var cholesky = variances.Cholesky();
                return (cholesky, new TriangularProduct(cholesky, model.Factors.Count));
            }
        );

    private FactorPlan[] Factors(Model model)
    {
        FactorProcess[] processes = [.. model.Factors.Select(f => kinds.KindOf(f).Create(f, Grid))];
        var regimes = VariancesOf(scenario.Base.Model);
        return [.. model.Factors.Select((f, at) => Factor(f, processes[at], regimes))];
    }

    private FactorPlan Factor(RiskFactor factor, FactorProcess process, Variances regimes)
    {
        if (process is IDrawsChiSquare drawing)
            drawing.Share(quantiles.ChiSquare);
        var kind = kinds.KindOf(factor);
        var before = known[factor.Id];
        var draws = process.SharedDraws is { } shared ? $"shared/{shared}" : $"factor/{factor.Id}";
        var path = new double[Grid.StepCount + 1];
        path[0] = before.Expected(0);
        for (var k = 0; k < Grid.StepCount; k++)
        {
            var drift = regimes.RegimeDrift(factor.Id, k + 1) - regimes.RegimeDrift(factor.Id, k);
            path[k + 1] =
                path[k]
                + factor.PricedIn * (News(before, k + 1) - News(before, k) + drift)
                + process.VolatilityDrag(k + 1)
                - process.VolatilityDrag(k);
        }

        return new FactorPlan(
            process,
            kind.Scale,
            [
                .. kind.Parameters.Select(p => new ParameterSampler(
                    quantiles.Of(factor.Parameter(p.Name)),
                    Stream($"factor/{factor.Id}/parameter/{p.Name}")
                )),
            ],
            Stream($"factor/{factor.Id}/shock"),
            [.. Enumerable.Range(0, process.ExtraNormalCount).Select(n => Stream($"{draws}/extra-normal/{n}"))],
            [.. Enumerable.Range(0, process.ExtraUniformCount).Select(n => Stream($"{draws}/extra-uniform/{n}"))],
            path
        );
    }

    private InstrumentPlan InstrumentOf(Instrument instrument, Model model, ModelIndex index, Variances variances, FactorPlan[] factors)
    {
        var exposures = model.ExposuresOf(instrument);
        var process = OwnPlan.Of(instrument, kinds, Grid, Stream, quantiles);
        var expected = process?.Expected(Grid.Dates.Count);
        var own = process is null ? ownRisks[instrument.Id].OwnVolatility : 0;
        var premium = exposures.Sum(e => e.Size * model.Factors[index.Factor(e.Factor)].Premium);
        var convexity = variances.Convexity(exposures);
        int[] indices = [.. exposures.Select(e => index.Factor(e.Factor))];
        double[] sizes = [.. exposures.Select(e => e.Size)];
        var path = new double[Grid.StepCount + 1];
        var growth = 0.0;
        for (var k = 0; k < path.Length; k++)
        {
            // What is priced has no move of its own: its growth is that of what it is priced from.
            if (k > 0 && instrument.Pricing is null)
            {
                var h = Grid.StepYears(k - 1);
                growth += (model.RiskFreeRate + premium - 0.5 * own * own) * h - (convexity[k] - convexity[k - 1]);
            }

            path[k] = growth - (expected?[k] ?? 0);
            for (var e = 0; e < indices.Length; e++)
                path[k] -= sizes[e] * factors[indices[e]].Known[k];
        }

        return new InstrumentPlan(
            path,
            indices,
            sizes,
            process is not null ? [.. Enumerable.Range(0, Grid.StepCount).Select(k => process.Process.Loading(k, k + 1))]
                : own > 0 ? [.. Enumerable.Range(0, Grid.StepCount).Select(k => own * Math.Sqrt(Grid.StepYears(k)))]
                : [],
            Stream($"instrument/{instrument.Id}/own"),
            process,
            index.Company(instrument.Id)
        );
    }
}
