using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.QLNet.Tests;

/// <summary>Priced instruments from their terms, and small scenarios that hold them.</summary>
internal static class Priced
{
    public static FactorCatalogue Kinds { get; } = new(BuiltInKinds.All);

    /// <summary>An instrument, priced as programs do; each term as the file would give it.</summary>
    public static Instrument Of(string id, PricingKind kind, params (string Name, object Value)[] terms) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Kind = InstrumentKind.Priced,
            Pricing = new PricingDefinition(
                QLNetKinds.All.FirstOrDefault(shipped => shipped.Name == kind.Name) ?? kind,
                new PricingTerms
                {
                    Numbers = By(kind, TermType.Number, terms, spec => spec.Default, Convert.ToDouble),
                    Dates = By(kind, TermType.Date, terms, _ => null, v => (DateOnly)v),
                    Words = By(kind, TermType.Word, terms, spec => spec.IsOptional ? spec.Words[0] : null, v => (string)v),
                    Factors = By(kind, TermType.Factor, terms, _ => null, v => new Id<RiskFactor>((string)v)),
                    Instruments = By(kind, TermType.Instrument, terms, _ => null, v => new Id<Instrument>((string)v)),
                }
            ),
        };

    /// <summary>What the kind's check finds wrong with an instrument of a scenario.</summary>
    public static string[] Problems(ScenarioBuilder small) =>
        [
            .. ScenarioCheck
                .Of(small.Build(1000), Kinds)
                .Where(d => d.Severity == Abstractions.Diagnostics.Severity.Error)
                .Select(d => d.Message),
        ];

    /// <summary>The price on the as-of date.</summary>
    public static double StartPrice(ScenarioBuilder small, string id) =>
        new Planner(small.Build(1000), Kinds, 1).StartPrice(new(id))!.Value;

    /// <summary>Values of the instruments at the headline horizon, 1 on the as-of date, by their ids.</summary>
    public static Dictionary<string, float[]> Simulate(ScenarioBuilder small, int paths, int threads = 2)
    {
        var scenario = small.Build(paths);
        Assert.That(Problems(small), Is.Empty);
        var wanted = new OutcomeSelection(VariantSelection.All, Resolved: true, Fans: false, Instruments: true);
        var outcomes = new PathSimulator(new Planner(scenario, Kinds, 20260101), paths, threads).Simulate(
            new SimulatedCase(scenario.Base),
            wanted,
            null,
            CancellationToken.None
        );
        return scenario
            .Base.Model.Instruments.Select(
                (instrument, at) => (instrument.Id.Value, outcomes.Instruments[at, scenario.HeadlineHorizonIndex])
            )
            .ToDictionary(p => p.Value, p => p.Item2);
    }

    private static Dictionary<string, T> By<T>(
        PricingKind kind,
        TermType type,
        (string Name, object Value)[] terms,
        Func<TermSpec, object?> usual,
        Func<object, T> read
    ) =>
        kind
            .Terms.Where(t => t.Type == type)
            .Select(t => (t.Name, Value: Array.Find(terms, given => given.Name == t.Name).Value ?? usual(t)))
            .Where(t => t.Value is not null)
            .ToDictionary(t => t.Name, t => read(t.Value!));
}
