using System.Diagnostics;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Benchmarks.Peers;
using RiskEngine.Benchmarks.Tables;
using RiskEngine.Plugins;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Benchmarks.Basket;

/// <summary>The basket by the engine's front door, by its peers, and with factors of a user's own kind.</summary>
internal static class BasketBenchmark
{
    private const int Paths = 400_000;
    private const string Unit = "ns";

    public static IReadOnlyList<TableRow> Run(int rounds, List<string> notes)
    {
        var work = Directory.CreateTempSubdirectory("riskengine-peers-");
        try
        {
            return Run(rounds, new PeerPrograms(Repository.Peers, work.FullName, notes));
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static List<TableRow> Run(int rounds, PeerPrograms peers)
    {
        var found = new DiagnosticBag();
        var source = FactorSource.Read(Repository.PluginSource, "PlainBrownian.cs", found)!.Load(found);
        var library = PluginAssembly.Read(Repository.Built("RiskEngine.SamplePlugin"), "RiskEngine.SamplePlugin.dll", found)!.Load(found);
        if (found.HasErrors)
            throw new InvalidOperationException(string.Join(Environment.NewLine, found.Sorted()));

        var builtIn = new FactorCatalogue(BuiltInKinds.All);
        var scenario = BasketScenario.Build(Paths);
        var ownKind = BasketScenario.Build(Paths, "plain-brownian");
        var one = new EngineRun(scenario, builtIn, 1);
        var two = new EngineRun(scenario, builtIn, 2);
        var (limit, numpy, quantLib) = (peers.Limit(), peers.NumPy(), peers.QuantLib());
        var medians = Rounds.Medians(
            rounds,
            ("limit_basket", () => limit?.Run() ?? double.NaN),
            ("engine", one.Time),
            ("its paths alone", () => PathsAlone(scenario, builtIn)),
            ("engine, with attribution", new EngineRun(scenario, builtIn, 1, measuresOnly: false).Time),
            ("engine, own kind in one file", new EngineRun(ownKind, new FactorCatalogue([.. BuiltInKinds.All, .. source]), 1).Time),
            ("engine, own kind in a library", new EngineRun(ownKind, new FactorCatalogue([.. BuiltInKinds.All, .. library]), 1).Time),
            ("engine, two threads", two.Time),
            ("engine, two runs side by side", () => ParallelWork(scenario, builtIn)),
            ("numpy_basket", () => numpy?.Run() ?? double.NaN),
            ("quantlib_basket", () => quantLib?.Run() ?? double.NaN)
        );
        var (best, engine) = (medians[0], medians[1]);
        var (aim, ofNumPy, ofQuantLib) = Machine.VectorBits switch
        {
            512 => ("at most 1.05", "at least 20", "at least 180"),
            256 => ("at most 1.25", "at least 12", "at least 90"),
            _ => ("", "", ""),
        };
        var limitName = Machine.VectorBits == 512 ? "limit_basket" : "limit_basket_avx2";
        var rows = new List<TableRow>
        {
            new($"basket, one core: hand-written C++ ({limitName})", Nanoseconds(best), "1", "", limit?.Answers ?? ""),
            new("basket, one core: engine, all measures", Nanoseconds(engine), $"{engine / best:0.00} x {limitName}", aim, one.Answers),
            new("basket, one core: engine, paths alone", Nanoseconds(medians[2]), $"{medians[2] / best:0.00} x {limitName}"),
            new(
                "basket, one core: engine, and what carries the measures (attribution)",
                Nanoseconds(medians[3]),
                $"{medians[3] / best:0.00} x {limitName}"
            ),
            new("basket, own factor kind in one file", Nanoseconds(medians[4]), $"{medians[4] / engine:0.00} x engine", "at most 1.3"),
            new("basket, own factor kind in a library", Nanoseconds(medians[5]), $"{medians[5] / engine:0.00} x engine", "at most 1.3"),
            new(
                "basket, two cores: engine, all measures",
                Nanoseconds(medians[6]),
                $"{engine / medians[6]:0.00} times faster than one",
                "at least 1.9",
                two.Answers
            ),
            new(
                "basket, two cores: two runs of one thread side by side (what the machine has to give)",
                Nanoseconds(medians[7]),
                $"{engine / medians[7]:0.00} times faster than one"
            ),
            new(
                "basket, one core: NumPy",
                Nanoseconds(medians[8]),
                $"engine {medians[8] / engine:0.0} times faster",
                ofNumPy,
                numpy?.Answers ?? ""
            ),
            new(
                "basket, one core: QuantLib",
                Nanoseconds(medians[9]),
                $"engine {medians[9] / engine:0} times faster",
                ofQuantLib,
                quantLib?.Answers ?? ""
            ),
        };
        rows.RemoveAll(r => r.Median == Nanoseconds(double.NaN));
        return rows;
    }

    private static double PathsAlone(Abstractions.Scenarios.Scenario scenario, FactorCatalogue kinds)
    {
        GC.Collect();
        var simulator = new PathSimulator(new Planner(scenario, kinds, scenario.Simulation.Seed), Paths, 1);
        var watch = Stopwatch.StartNew();
        simulator.Simulate(new SimulatedCase(scenario.Base), new OutcomeSelection(VariantSelection.Headline), null, default);
        return watch.Elapsed.TotalNanoseconds / BasketScenario.Elements(Paths);
    }

    /// <summary>Two runs that share nothing, at the same time: cores that share a cache, a clock and a host are not two machines.</summary>
    private static double ParallelWork(Abstractions.Scenarios.Scenario scenario, FactorCatalogue kinds)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        Parallel.Invoke(Run, Run);
        return watch.Elapsed.TotalNanoseconds / BasketScenario.Elements(2 * Paths);

        void Run() => new Engine(kinds).Run(scenario, new RunOptions { Threads = 1, MeasuresOnly = true });
    }

    private static string Nanoseconds(double figure) => $"{figure:0.00} {Unit}";
}
