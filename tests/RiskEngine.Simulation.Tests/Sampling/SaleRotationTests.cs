using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Sampling;

/// <summary>Where a company is sold, what drew its move to the horizon draws its move to the sale; and normals stay normals.</summary>
public sealed class SaleRotationTests
{
    private const int Steps = 12;
    private CasePlan plan = null!;
    private SaleRotation rotation = null!;

    [OneTimeSetUp]
    public void Prepare()
    {
        var scenario = SmallScenario
            .New()
            .Until("1y")
            .Every("1m")
            .With(Factors.Brownian("m", 0.2))
            .With(
                Instruments.Private(
                    "c",
                    0.5,
                    [Instruments.Exit(ExitRoute.Sale, 0.6, 2), Instruments.Exit(ExitRoute.Listing, 0.4, 2)],
                    ("m", 1)
                )
            )
            .With(Events.Of("deal", 0.5, "0d", "1y").Ending("c", ExitRoute.Sale, 1.5))
            .Hold("p", ("c", 1))
            .Build(1000, 1);
        plan = new Planner(scenario, Simulated.Kinds, 1).Plan(new SimulatedCase(scenario.Base));
        rotation = new SaleRotation(plan, 0, Steps, place: 0);
        Assert.That(
            rotation.Hazards.Select(h => h.Key),
            Is.EqualTo(new[] { plan.Events[0].Occurrences.Key, plan.Companies[0].ExitDraws.Key })
        );
    }

    [Test]
    public void The_worked_example_of_the_class_is_right()
    {
        var half = Math.Sqrt(0.5);
        var v = SaleRotation.Reflector([half, half], [1, 0]);
        var dot = v[0] * 1.2 + v[1] * 0.4;
        Assert.That(new[] { 1.2 - 2 * dot * v[0], 0.4 - 2 * dot * v[1] }, Is.EqualTo(new[] { 1.131, 0.566 }).Within(5e-4));
    }

    [TestCase(3, 99, 0.2, 3, TestName = "a deal in the fourth month")]
    [TestCase(99, 5, 0.2, 5, TestName = "a sale in the sixth month")]
    [TestCase(7, 5, 0.2, 5, TestName = "a sale before the deal")]
    [TestCase(4, 8, 0.9, 4, TestName = "a deal before a listing")]
    public void The_move_to_the_horizon_becomes_the_move_to_the_sale(int deal, int exit, double route, int sold)
    {
        var (before, after) = Rotated(deal, exit, route);
        Assert.That(Move(after, sold + 1), Is.EqualTo(Move(before, Steps)).Within(1e-5));
        Assert.That(after.Sum(x => x * x), Is.EqualTo(before.Sum(x => x * x)).Within(1e-4));
    }

    [TestCase(99, 99, 0.2, TestName = "nothing happens")]
    [TestCase(99, 5, 0.9, TestName = "it is listed, and trades on")]
    [TestCase(8, 5, 0.9, TestName = "a deal comes after the listing")]
    public void What_is_not_sold_keeps_its_normals(int deal, int exit, double route)
    {
        var (before, after) = Rotated(deal, exit, route);
        Assert.That(after, Is.EqualTo(before));
    }

    [Test]
    public void Every_date_before_the_horizon_has_its_turn()
    {
        for (var sold = 0; sold < Steps - 1; sold++)
            Assert.That(Rotated(sold, 99, 0.5).After, Is.Not.EqualTo(Rotated(sold, 99, 0.5).Before));
        Assert.That(Rotated(Steps - 1, 99, 0.5).After, Is.EqualTo(Rotated(Steps - 1, 99, 0.5).Before), "a sale on the horizon's own date");
    }

    private (float[] Before, float[] After) Rotated(int deal, int exit, double route)
    {
        var normals = new float[64];
        RandomStream.Create(5, "own").FillNormals(0, 0, normals);
        var before = normals[..Steps];
        float[] after = [.. before];
        rotation.Apply(
            [
                Middle(plan.Events[0].Hazard, deal),
                Middle([.. Enumerable.Range(0, Steps).Select(k => plan.Companies[0].ExitRate * plan.Grid.StepYears(k))], exit),
            ],
            [route],
            after,
            1
        );
        return (before, after);
    }

    private static double Middle(double[] hazard, int step) => step >= hazard.Length ? 1e9 : hazard.Take(step).Sum() + (hazard[step] / 2);

    /// <summary>The move over the first steps, in its deviations.</summary>
    private double Move(float[] normals, int steps) =>
        Enumerable.Range(0, steps).Sum(k => normals[k] * Math.Sqrt(plan.Grid.StepYears(k))) / Math.Sqrt(plan.Grid.Years[steps]);
}
