using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Outcomes;

/// <summary>Parts of the paths, written and put together, are the outcomes of all; and nothing that outcomes hold is forgotten.</summary>
public sealed class OutcomePartsTests
{
    private const int Paths = 2_600;

    // What is known from the plan, or only looked at where it was simulated.
    private static readonly string[] notKept = ["FactorsNotFinite", "horizonDates", "predictionOf", "comesTrue"];

    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("3m", "1y")
        .With(Factors.Brownian("m", 0.2, 0.05))
        .With(
            Instruments.Equity("a", 0.4, ("m", 1.2)),
            Instruments.Private("c", 0.5, [Instruments.Exit(ExitRoute.Listing, 0.6, 1.2), Instruments.Exit(ExitRoute.DownRound, 0.5, 0.7)]),
            Instruments.Cash("cash")
        )
        .Hold("p", ("a", 80), ("c", 20))
        .Hold("owes", ("a", 150), ("cash", -50))
        .Maintaining(0.25)
        .With(Events.Of("shock", 0.3, "0d", "1y", Effects.Hits(-0.3, "a")))
        .With(Advice.Buy("buy", 0.1, "1m", "6m", ("a", 1)))
        .Predict("up", "18m", new FactorCondition(new("m"), Side.Above, 1.1))
        .Watch("m", "9m");

    private readonly OutcomeSelection all = new(VariantSelection.All, true, true, true, true, true);

    [Test]
    public void All_that_outcomes_hold_is_shown_whoever_adds_to_it()
    {
        var shown = new Shown();
        var outcomes = Simulator(PathPart.Whole(Paths)).Simulate(Base, all, null, CancellationToken.None);

        outcomes.Show(shown);

        var held = Arrays(outcomes, "outcomes").ToList();
        Assert.That(held.Where(h => h.Array.Length > 0 && !shown.Arrays.Contains(h.Array)).Select(h => h.Where), Is.Empty);
        Assert.That(held, Has.Count.GreaterThan(50));
        Assert.That(outcomes.MarginCalls.Count, Is.EqualTo(1));
    }

    [Test]
    public void Parts_put_together_are_the_whole([Values(1, 2, 5, 30)] int count)
    {
        var whole = new Shown();
        Simulator(PathPart.Whole(Paths)).Simulate(Base, all, null, CancellationToken.None).Show(whole);
        var parts = Enumerable
            .Range(0, count)
            .Select(i => PathPart.Shard(Paths, i, count))
            .Where(p => p.Count > 0)
            .Select(Written)
            .ToArray();

        var together = Simulator(PathPart.Whole(Paths)).Empty(Base, all);
        using var receipt = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        OutcomeParts.Read(together, parts, receipt);

        var read = new Shown();
        together.Show(read);
        Assert.That(read.Arrays, Has.Count.EqualTo(whole.Arrays.Count));
        foreach (var (one, other) in read.Arrays.Zip(whole.Arrays))
            Assert.That(one, Is.EqualTo(other));
        Assert.That(parts, Has.All.Matches<(PathPart Part, Stream From)>(p => p.From.Position == p.From.Length), "nothing is left over");
    }

    private SimulatedCase Base => new(planner.Scenario.Base);

    private readonly Planner planner = new(small.Build(Paths, 7), Simulated.Kinds, 7);

    private PathSimulator Simulator(PathPart part) => new(planner, part, 2);

    private (PathPart Part, Stream From) Written(PathPart part)
    {
        var stream = new MemoryStream();
        OutcomeParts.Write(Simulator(part).Simulate(Base, all, null, CancellationToken.None), stream);
        stream.Position = 0;
        return (part, stream);
    }

    /// <summary>Every array of numbers that an object of the outcomes holds, however deep.</summary>
    private static IEnumerable<(string Where, Array Array)> Arrays(object? held, string where)
    {
        if (held is Array array && array.GetType().GetElementType() is { } element)
        {
            if (element.IsPrimitive || element.IsEnum)
                return [(where, array)];
            return ((IEnumerable)array).Cast<object?>().SelectMany(item => Arrays(item, where));
        }

        if (held is null || held.GetType().Namespace != typeof(CaseOutcomes).Namespace)
            return [];
        return held.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(field => !notKept.Any(name => field.Name == name || field.Name == $"<{name}>k__BackingField"))
            .SelectMany(field => Arrays(field.GetValue(held), $"{where}.{field.Name}"));
    }

    private sealed class Shown : IOutcomeVisitor
    {
        public List<Array> Arrays { get; } = [];

        public void Column<T>(T[] column)
            where T : unmanaged => Arrays.Add(column);

        public void Bits(ulong[] words) => Arrays.Add(words);

        public void Counts(int[] counts) => Arrays.Add(counts);
    }
}
