using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Simulation.Planning;

/// <summary>Factors that take the same extra draws.</summary>
internal static class SharedDraws
{
    /// <summary>The first factor that shares its draws with this one; the factor itself when its draws are its own.</summary>
    /// <exception cref="ArgumentException">The two need different numbers of draws.</exception>
    public static int LeaderOf(int factor, FactorProcess[] processes)
    {
        var process = processes[factor];
        if (process.SharedDraws is not { } name) return factor;
        var leader = Array.FindIndex(processes, p => p.SharedDraws == name);
        var first = processes[leader];
        return (first.ExtraNormalCount, first.ExtraUniformCount, first.DrawsAtStart) == (process.ExtraNormalCount, process.ExtraUniformCount, process.DrawsAtStart)
            ? leader
            : throw new ArgumentException($"Expected factors that share the draws '{name}' to need the same numbers of them.", nameof(processes));
    }
}
