using RiskEngine.Abstractions.Factors;
using RiskEngine.Measuring;
using RiskEngine.Simulation.Paths;
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
        var scenario = WarmUpScenario.Create();
        var kinds = new FactorCatalogue(BuiltInKinds.All);
        var engine = new Engine(kinds);
        engine.Check(scenario);
        engine.BytesNeeded(scenario, new RunOptions());
        var planner = new Planner(scenario, kinds, scenario.Simulation.Seed);
        var simulator = new PathSimulator(planner, scenario.Simulation.Paths, threads: 1);
        _ = new RunWork(
            scenario,
            planner,
            scenario.Cases,
            measuresOnly: false,
            new RunOptions().ColumnBytes,
            threads: 1,
            progress: null,
            CancellationToken.None
        );
        simulator.Simulate(
            [.. scenario.Cases.Select(c => (new SimulatedCase(c), CasePasses.Whole(c == scenario.Base)))],
            done: null,
            CancellationToken.None
        );
    }
}
