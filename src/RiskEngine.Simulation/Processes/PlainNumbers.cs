using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Simulation.Processes;

/// <summary>Parameters from which a process works out tables or limits once: they cannot differ from path to path.</summary>
internal static class PlainNumbers
{
    /// <summary>A sentence for each of the parameters that is a distribution.</summary>
    public static IEnumerable<string> Check(RiskFactor factor, params string[] names) =>
        names
            .Where(name => factor.Parameter(name).StandardDeviation > 0)
            .Select(name => $"expected a plain number as {name}, found a distribution");
}
