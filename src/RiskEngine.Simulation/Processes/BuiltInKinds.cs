using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Simulation.Processes;

/// <summary>The factor kinds that come with the engine: the one list to add a new process to.</summary>
public static class BuiltInKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FactorKind> All { get; } =
    [
        new BoundedShare(),
        new CoxIngersollRoss(),
        new FixedValue(),
        new ForecastPath(),
        new Garch(),
        new GeometricBrownian(),
        new Heston(),
        new HullWhite(),
        new MertonJump(),
        new OrnsteinUhlenbeck(),
        new RegimeSwitches(),
        new StationaryBootstrap(),
        new StudentTSteps(),
    ];
}
