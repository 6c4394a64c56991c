using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;

namespace RiskEngine.Simulation.Planning;

/// <summary>Compiles risk events, deals and private companies' hazards.</summary>
internal static class EventPlanning
{
    private const double Ln2 = 0.693147180559945309;

    /// <summary>
    /// All events of a model. They are those of its counterfactuals too, which take the same plans but for what never occurs
    /// (<see cref="Without"/>).
    /// </summary>
    public static EventPlan[] Events(
        Model model,
        ModelIndex index,
        FactorCatalogue kinds,
        TimeGrid grid,
        (Variances Variances, double Years) period,
        Func<string, RandomStream> stream,
        QuantileCatalogue quantiles
    )
    {
        var events = model.Events.ToArray();
        var triggers = events
            .SelectMany(source => source.Triggers.Select(t => (Source: source, Trigger: t)))
            .ToLookup(t => t.Trigger.Event);
        var excitations = events
            .SelectMany(source => source.Excites.Select(x => (Source: source, Excitation: x)))
            .ToLookup(x => x.Excitation.Event);
        return
        [
            .. events.Select(e => new EventPlan(
                Hazard(e, grid),
                e.Recurs,
                stream($"event/{e.Id}/strike"),
                stream($"event/{e.Id}/severity"),
                [
                    .. e.Effects.SelectMany(
                        (x, at) =>
                            Effects(
                                x,
                                stream($"event/{e.Id}/effect/{at}/common"),
                                ConvexityPlan.Of(x, model, period.Variances, period.Years),
                                model,
                                index,
                                kinds,
                                quantiles
                            )
                    ),
                ],
                [.. triggers[e.Id].Select(t => new TriggerPlan(index.Event(t.Source.Id), t.Trigger.HazardMultiple, t.Trigger.For.Years))],
                [
                    .. excitations[e.Id]
                        .Select(x =>
                        {
                            var decay = Ln2 / x.Excitation.HalfLife.Years;
                            return new ExcitationPlan(index.Event(x.Source.Id), x.Excitation.Offspring * decay, decay);
                        }),
                ],
                Open(e, grid),
                e.Exit is { } exit
                    ? new ForcedExitPlan(index.Company(exit.Company), StateOf(exit.Route), quantiles.Of(exit.Multiple))
                    : null
            )),
        ];
    }

    /// <summary>The events of a counterfactual: those that it goes without have no hazard.</summary>
    public static EventPlan[] Without(EventPlan[] events, SimulatedCase simulated) =>
        simulated.Without.Count == 0
            ? events
            :
            [
                .. events.Zip(
                    simulated.Case.Model.Events,
                    (plan, e) =>
                        simulated.Without.Contains(e.Id) ? plan with { Hazard = new double[plan.Hazard.Length], ExcitedBy = [] } : plan
                ),
            ];

    public static CompanyPlan[] Companies(
        Model model,
        ModelIndex index,
        SimulatedCase simulated,
        Func<string, RandomStream> stream,
        QuantileCatalogue quantiles
    ) =>
        [
            .. index.Companies.Select(c =>
            {
                ExitPlan Plan(PrivateExit exit) =>
                    new(StateOf(exit.Route), simulated.WithoutExits ? 0 : exit.Rate, quantiles.Of(exit.Multiple));
                return new CompanyPlan(
                    index.Instrument(c.Id),
                    [.. c.Exits.Where(x => x.Route != ExitRoute.DownRound).Select(Plan)],
                    c.Exits.Where(x => x.Route == ExitRoute.DownRound).Select(Plan).FirstOrDefault(),
                    stream($"instrument/{c.Id}/exit"),
                    stream($"instrument/{c.Id}/exit-route"),
                    stream($"instrument/{c.Id}/exit-multiple"),
                    stream($"instrument/{c.Id}/down-round"),
                    stream($"instrument/{c.Id}/down-round-multiple")
                );
            }),
        ];

    /// <summary>The hazard accumulated over each step: rate times the part of the step that lies within the window.</summary>
    internal static double[] Hazard(RiskEvent e, TimeGrid grid)
    {
        var asOf = grid.Dates[0];
        var (from, until) = (DayCount.Years(asOf, e.From), DayCount.Years(asOf, e.Until));
        var hazard = new double[grid.StepCount];
        for (var k = 0; k < hazard.Length; k++)
        {
            var (start, end) = (grid.Years[k], grid.Years[k + 1]);
            if (e.Probability >= 1)
            {
                hazard[k] = start < until && until <= end ? double.PositiveInfinity : 0;
            }
            else
            {
                var rate = -Math.Log(1 - e.Probability) / (until - from);
                hazard[k] = rate * Math.Max(0, Math.Min(end, until) - Math.Max(start, from));
            }
        }

        return hazard;
    }

    /// <summary>The part of each step that lies within the window.</summary>
    private static double[] Open(RiskEvent e, TimeGrid grid)
    {
        var (from, until) = (DayCount.Years(grid.Dates[0], e.From), DayCount.Years(grid.Dates[0], e.Until));
        return
        [
            .. Enumerable
                .Range(0, grid.StepCount)
                .Select(k => Math.Max(0, Math.Min(grid.Years[k + 1], until) - Math.Max(grid.Years[k], from)) / grid.StepYears(k)),
        ];
    }

    /// <summary>
    /// One effect of the file, split by how its size acts: relative for instruments and log-scale factors, an amount for level-scale ones.
    /// </summary>
    private static IEnumerable<EffectPlan> Effects(
        EventEffect effect,
        RandomStream common,
        ConvexityPlan? convexity,
        Model model,
        ModelIndex index,
        FactorCatalogue kinds,
        QuantileCatalogue quantiles
    )
    {
        EffectPlan Plan(bool inLogs, int[] instruments, int[] factors) =>
            new(
                effect.Channel,
                inLogs,
                instruments,
                factors,
                quantiles.Of(effect.Size),
                effect.Size.Mean < 0,
                effect.RecoveryHalfLife is { } halfLife ? Ln2 / halfLife.Years : 0,
                effect.RecoveryHalfLife is null ? 0 : effect.RecoveryShare,
                common,
                convexity
            );

        var factors = effect.Factors.Select(index.Factor).ToArray();
        if (effect.Channel != EffectChannel.Level)
        {
            yield return Plan(inLogs: false, [], factors);
            yield break;
        }

        var byLevel = factors.Where(f => kinds.KindOf(model.Factors[f]).Scale == FactorScale.Level).ToArray();
        var inLogs = factors.Except(byLevel).ToArray();
        if (effect.Instruments.Count + inLogs.Length > 0)
            yield return Plan(inLogs: true, [.. effect.Instruments.Select(index.Instrument)], inLogs);
        if (byLevel.Length > 0)
            yield return Plan(inLogs: false, [], byLevel);
    }

    private static CompanyState StateOf(ExitRoute route) =>
        route switch
        {
            ExitRoute.Listing => CompanyState.Listed,
            ExitRoute.Sale => CompanyState.Sold,
            ExitRoute.Failure => CompanyState.Failed,
            _ => CompanyState.Private,
        };
}
