using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Results;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Tests;

/// <summary>Runs of small scenarios, and what is picked out of them.</summary>
internal static class Runs
{
    public static Engine Engine { get; } = new(new FactorCatalogue(BuiltInKinds.All));

    public static RiskResults Of(ScenarioBuilder small, int paths = 200_000, ulong seed = 20260101, RunOptions? options = null) =>
        Engine.Run(small.Build(paths, seed), options ?? new RunOptions { Threads = 2 });

    /// <summary>As held at the first horizon of the first portfolio.</summary>
    public static HorizonResult AsHeld(this CaseResult simulated, int horizon = 0) => simulated.Portfolios[0].AsHeld.Horizons[horizon];

    /// <summary>Following all at the first horizon of the first portfolio.</summary>
    public static HorizonResult All(this CaseResult simulated, int horizon = 0) => simulated.Portfolios[0].FollowingAll.Horizons[horizon];

    /// <summary>Within four of its own standard errors.</summary>
    public static void AssertWithinFourErrors(Estimate estimate, double expected, string what = "")
    {
        Assert.That(estimate.StandardError, Is.GreaterThan(0), what);
        Assert.That(estimate.Value, Is.EqualTo(expected).Within(4 * estimate.StandardError), what);
    }
}
