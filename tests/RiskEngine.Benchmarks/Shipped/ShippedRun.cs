using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Benchmarks.Shipped;

/// <summary>The shipped scenario, read from its folder.</summary>
internal static class ShippedRun
{
    public static FactorCatalogue Kinds { get; } = new(BuiltInKinds.All);

    public static Scenario Read()
    {
        var read = ScenarioReader.Read(Repository.ShippedScenario, new ReadOptions { Kinds = Kinds });
        return read.Scenario ?? throw new InvalidOperationException(string.Join(Environment.NewLine, read.Errors));
    }
}
