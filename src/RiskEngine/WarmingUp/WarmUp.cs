using RiskEngine.Abstractions.Factors;
using RiskEngine.Execution;
using RiskEngine.Plans;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.WarmingUp;

/// <summary>
/// Gets the code of a simulation ready before there is anything to simulate. What works on vectors as wide as the machine has cannot be
/// compiled with the program, only where it runs, when it is first called; that takes longer than simulating the first paths. It depends on
/// no input, so that it can be done on one core while another reads files.
/// </summary>
public static class WarmUp
{
    /// <summary>
    /// Checks, plans and simulates one block of paths of a small scenario of its own, and throws the outcomes away. Changes nothing.
    /// </summary>
    public static void Run()
    {
        var engine = new Engine(new FactorCatalogue(BuiltInKinds.All));
        var plan = engine.Prepare(WarmUpScenario.Create(), new RunOptions { Threads = 1 });
        var planner = new Planner(plan.Scenario, plan.Checked.Kinds, plan.Scenario.Simulation.Seed, plan.Checked.Quantiles);
        var simulator = new StepSimulator(plan.Scenario, planner, plan.Threads);
        simulator.Of(plan.Steps.OfType<SimulateStep>().First(), known: null, done: null, CancellationToken.None);
    }
}
