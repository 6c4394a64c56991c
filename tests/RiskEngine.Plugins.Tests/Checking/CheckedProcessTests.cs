using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Plugins.Tests.Checking;

public sealed class CheckedProcessTests
{
    [Test]
    public void An_x_that_is_no_number_stops_the_run_with_kind_factor_step_and_path()
    {
        var failure = Assert.Throws<FactorFailedException>(() => Simulate("if (step == 3) block.X[188] = double.NaN;"))!;

        Assert.That(
            failure.Message,
            Is.EqualTo("factor 'mood' of kind 'walk' (factors/Own.cs), step 3: expected a finite x, found NaN (path 188)")
        );
    }

    [TestCase("double.PositiveInfinity", "∞")]
    [TestCase("double.NegativeInfinity", "-∞")]
    public void Infinity_is_no_number_to_go_on_with(string value, string shown)
    {
        var failure = Assert.Throws<FactorFailedException>(() => Simulate("", start: $"block.X[7] = {value};"))!;

        Assert.That(failure.Message, Does.Contain(", start: expected a finite x, found ").And.EndWith("(path 7)"));
        Assert.That(
            failure.Message.Contains(shown, StringComparison.Ordinal) || failure.Message.Contains("Infinity", StringComparison.Ordinal),
            Is.True
        );
    }

    [Test]
    public void Paths_are_counted_in_the_run_not_in_their_block()
    {
        // One step a block, one thread: the second call is the second block's.
        var failure = Assert.Throws<FactorFailedException>(() =>
            Simulate(
                "if (Calls.Next() > 1) block.X[2] = double.NaN;",
                extra: "internal static class Calls { private static int n; public static int Next() => ++n; }",
                steps: 1
            )
        )!;

        Assert.That(failure.Message, Does.EndWith("(path 258)"), "block 1 starts at path 256");
    }

    [Test]
    public void What_it_throws_is_told_with_its_line()
    {
        var failure = Assert.Throws<FactorFailedException>(() => Simulate("block.X[block.PathCount] = 1;"))!;

        Assert.That(
            failure.Message,
            Is.EqualTo(
                "factor 'mood' of kind 'walk' (factors/Own.cs), step 0: threw IndexOutOfRangeException: Index was outside the bounds "
                    + "of the array (factors/Own.cs, line 26) (paths 0 to 255)"
            )
        );
        Assert.That(failure.InnerException, Is.TypeOf<IndexOutOfRangeException>());
    }

    [TestCase("double.NaN", "Expected at date 0: expected a finite number, found NaN")]
    [TestCase("throw new NotSupportedException()", "Expected at date 0 threw NotSupportedException")]
    public void Expectations_are_checked_too(string expected, string problem) =>
        Assert.That(Assert.Throws<FactorFailedException>(() => Simulate("", expected: expected))!.Message, Does.Contain(problem));

    [Test]
    public void A_process_that_cannot_be_made_is_told() =>
        Assert.That(
            Assert.Throws<FactorFailedException>(() => Simulate("", create: "throw new ArgumentException(\"no\")"))!.Message,
            Does.StartWith("factor 'mood' of kind 'walk' (factors/Own.cs): making its process threw ArgumentException: no")
        );

    // A member that the wrapper forgot would silently take its default instead of the plug-in's own.
    [TestCase(typeof(FactorKind), "RiskEngine.Plugins.Checking.CheckedKind")]
    [TestCase(typeof(FactorProcess), "RiskEngine.Plugins.Checking.CheckedProcess")]
    public void Every_member_of_the_contract_is_handed_on(Type contract, string wrapper)
    {
        var type = typeof(FactorCode).Assembly.GetType(wrapper, throwOnError: true)!;
        var forgotten = contract
            .GetMethods()
            .Where(m => m.IsVirtual && m.DeclaringType == contract)
            .Where(m => type.GetMethod(m.Name, [.. m.GetParameters().Select(p => p.ParameterType)])!.DeclaringType != type);

        Assert.That(forgotten.Select(m => m.Name), Is.Empty);
    }

    [Test]
    public void A_checked_process_gives_the_numbers_of_its_own()
    {
        // x = sum of its normals: the twin adds them up by hand.
        using var folder = new CodeFolder();
        var kind = folder.Compile(SourceText.Of()).Kinds[0];
        var grid = new Abstractions.Time.TimeGrid([SmallScenario.AsOf, SmallScenario.AsOf.AddDays(30), SmallScenario.AsOf.AddDays(60)]);
        var process = kind.Create(Factors.Of("mood", "walk", ("start", Parameter.Of(0))), grid);
        var x = new double[2];
        var block = new FactorBlock(x, [5, 6], []);

        process.Start(block);
        process.Step(0, [0.5f, -1], block);
        process.Step(1, [0.25f, 2], block);

        Assert.That(x, Is.EqualTo(new[] { 5.75, 7 }));
        Assert.That(process.Loading(0, 1), Is.EqualTo(1));
    }

    /// <summary>Simulates 700 paths of a scenario with one factor of the kind that the source defines, by one thread.</summary>
    private static void Simulate(
        string step,
        string start = "",
        string expected = "0",
        string create = "new Process()",
        string extra = "",
        int steps = 12
    )
    {
        using var folder = new CodeFolder();
        var (kinds, findings) = folder.Compile(SourceText.Of(step: step, start: start, expected: expected, create: create) + extra);
        Assert.That(findings, Is.Empty);
        var scenario = SmallScenario
            .New()
            .Until($"{steps}m")
            .With(Factors.Of("mood", "walk", ("start", Parameter.Of(0))))
            .With(Instruments.Equity("stock", 5, ("mood", 1)))
            .Build(700);
        var planner = new Planner(scenario, new FactorCatalogue(kinds), 1);
        new PathSimulator(planner, 700, 1).Simulate(
            new SimulatedCase(scenario.Base),
            new OutcomeSelection(VariantSelection.None, Instruments: true),
            null,
            default
        );
    }
}
