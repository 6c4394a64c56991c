using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.QuasiRandom;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Sampling;

/// <summary>
/// After an occurrence that raises volatility and correlation a portfolio moves, to first order, with its own dimension alone; and
/// normals stay
/// normals.
/// </summary>
public sealed class OccurrenceRotationTests
{
    private const double R = 0.4;
    private const double Volatility = 0.8;
    private const double Correlation = 0.3;
    private const int Steps = 12;
    private static readonly double[] exposures = [1.2, 0.5];
    private static readonly double[] deviations = [0.2, 0.3];
    private CasePlan plan = null!;
    private BrownianBridge bridge = null!;
    private PortfolioDirections directions = null!;
    private OccurrenceRotation turn = null!;

    [OneTimeSetUp]
    public void Prepare()
    {
        var scenario = SmallScenario
            .New()
            .Until("1y")
            .Every("1m")
            .With(Factors.Brownian("m", deviations[0]), Factors.Brownian("s", deviations[1]))
            .Correlate("m", "s", R)
            .With(Instruments.Equity("a", 0.4, ("m", exposures[0]), ("s", exposures[1])))
            .With(
                Events.Of(
                    "bust",
                    0.5,
                    "0d",
                    "1y",
                    Effects.Hits(new Uniform(-0.3, -0.1), "a"),
                    Effects.Shifts(EffectChannel.Volatility, Volatility, "m", "s"),
                    Effects.Shifts(EffectChannel.Correlation, Correlation, "m", "s")
                )
            )
            .Hold("p", ("a", 1))
            .Build(1000, 1);
        plan = new Planner(scenario, Simulated.Kinds, 1).Plan(new SimulatedCase(scenario.Base));
        bridge = new BrownianBridge([.. plan.Grid.Years.Skip(1).Take(Steps)], [Steps - 1]);
        directions = new PortfolioDirections(plan, []);
        turn = new OccurrenceRotation(plan, plan.Events[0], directions, [.. Enumerable.Range(0, Steps).Select(bridge.StepsOf)]);
        Assert.That(directions.Date, Is.EqualTo(Steps));
    }

    [Test]
    public void A_path_keeps_the_sum_of_its_squares_and_one_without_an_occurrence_all_its_bits()
    {
        double[] hazards = [HazardAt(0), HazardAt(7), 1e9];
        var (shocks, shared) = (Normals("shocks", Steps * 2 * hazards.Length), Normals("shared", Steps * hazards.Length));
        var (turned, turnedShared) = (shocks.ToArray(), shared.ToArray());
        turn.Apply(hazards, [0.2, 0.9, 0.5], turned, 2, [], 0, turnedShared);
        for (var path = 0; path < hazards.Length; path++)
        {
            double Squares(float[] first, float[] second) =>
                first.Concat(second).Where((_, at) => at % hazards.Length == path).Sum(x => (double)x * x);
            Assert.That(Squares(turned, turnedShared), Is.EqualTo(Squares(shocks, shared)).Within(1e-4));
            var isSame = turned
                .Where((_, at) => at % hazards.Length == path)
                .SequenceEqual(shocks.Where((_, at) => at % hazards.Length == path));
            Assert.That(isSame, Is.EqualTo(path == 2));
        }
    }

    // The move as the engine makes it of normals: correlated, mixed with the shared one, scaled; the turn is for the middle of a band of
    // severities, and sizes here are constant.
    [Test]
    public void Its_own_dimension_decides_the_whole_move([Values(0, 3, 10)] int occurrence)
    {
        var (shocks, shared) = (Normals("shocks", Steps * 2), Normals("shared", Steps));
        var rest = Move(shocks, shared, occurrence, own: 0);
        var whole = Move(shocks, shared, occurrence, own: 1);
        var (length, expected) = (Math.Abs(whole - rest), 0.0);
        for (var k = 0; k < Steps; k++)
        {
            // The variance of a portfolio's step: with the part a shared, each pair's correlation is (1 - a) r + a.
            var (correlation, scale) = k > occurrence ? (((1 - Correlation) * R) + Correlation, 1 + Volatility) : (R, 1.0);
            var (x, y) = (exposures[0] * deviations[0], exposures[1] * deviations[1]);
            expected += scale * scale * ((x * x) + (y * y) + (2 * correlation * x * y)) * Share(k);
        }

        Assert.That(length, Is.EqualTo(Math.Sqrt(expected)).Within(1e-4), "a unit of it moves the portfolio by its deviation");
        Assert.That(rest, Is.EqualTo(0).Within(1e-5), "all other normals move it by nothing");
    }

    // One factor, two portfolios with own risk: the second one's coordinate is among the own normals.
    [Test]
    public void Portfolios_may_be_more_than_factors()
    {
        var scenario = SmallScenario
            .New()
            .Until("1y")
            .Every("1m")
            .With(Factors.Brownian("m", 0.2))
            .With(Instruments.Equity("a", 0.4, ("m", 1.2)), Instruments.Equity("b", 0.5, ("m", 0.5)))
            .With(Events.Of("bust", 0.5, "0d", "1y", Effects.Shifts(EffectChannel.Volatility, Volatility, "m")))
            .Hold("p", ("a", 1))
            .Hold("q", ("b", 1))
            .Build(1000, 1);
        var narrow = new Planner(scenario, Simulated.Kinds, 1).Plan(new SimulatedCase(scenario.Base));
        var two = new PortfolioDirections(narrow, [0, 1]);
        Assert.That(two.Found, Has.Count.EqualTo(2));
        var (shocks, own) = (Normals("shocks", Steps), Normals("own", Steps * 2));
        var (turned, turnedOwn) = (shocks.ToArray(), own.ToArray());
        new OccurrenceRotation(narrow, narrow.Events[0], two, [.. Enumerable.Range(0, Steps).Select(bridge.StepsOf)]).Apply(
            [HazardAt(3)],
            [0.5],
            turned,
            1,
            turnedOwn,
            2,
            []
        );
        Assert.That(turned.Concat(turnedOwn).Sum(x => x * x), Is.EqualTo(shocks.Concat(own).Sum(x => x * x)).Within(1e-4));
        Assert.That(turned[0], Is.Not.EqualTo(shocks[0]));
        Assert.That(turnedOwn[0], Is.Not.EqualTo(own[0]), "the second portfolio's");
        Assert.That(turnedOwn[1], Is.EqualTo(own[1]), "nobody's");
    }

    /// <summary>A step's share of the time: months differ in length.</summary>
    private double Share(int step) => plan.Grid.StepYears(step) / plan.Grid.Years[Steps];

    private double HazardAt(int step) => plan.Events[0].Hazard.Take(step).Sum() + (plan.Events[0].Hazard[step] / 2);

    /// <summary>How far the portfolio moves by these normals, of which its own dimension's is replaced.</summary>
    private double Move(float[] shocks, float[] shared, int occurrence, float own)
    {
        var (levels, steps) = (shocks.ToArray(), shared.ToArray());
        levels[0] = own;
        turn.Apply([HazardAt(occurrence)], [0.5], levels, 2, [], 0, steps);
        for (var level = 0; level < Steps; level++)
            directions.Turn(levels.AsSpan(level * 2, 2), [], 1, new float[1]);
        var factors = new float[2][];
        for (var f = 0; f < 2; f++)
        {
            factors[f] = [.. Enumerable.Range(0, Steps).Select(level => levels[(level * 2) + f])];
            bridge.Apply(factors[f], new float[Steps]);
        }

        var move = 0.0;
        for (var k = 0; k < Steps; k++)
        {
            double[] z = [factors[0][k], (R * factors[0][k]) + (Math.Sqrt(1 - (R * R)) * factors[1][k])];
            for (var f = 0; f < 2; f++)
            {
                var shaped =
                    k > occurrence ? (1 + Volatility) * ((Math.Sqrt(1 - Correlation) * z[f]) + (Math.Sqrt(Correlation) * steps[k])) : z[f];
                move += exposures[f] * deviations[f] * shaped * Math.Sqrt(Share(k));
            }
        }

        return move;
    }

    private static float[] Normals(string name, int count)
    {
        var normals = new float[128];
        RandomStream.Create(5, name).FillNormals(0, 0, normals);
        return normals[..count];
    }
}
