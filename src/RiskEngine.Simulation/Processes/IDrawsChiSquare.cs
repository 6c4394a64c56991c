using RiskEngine.Numerics.Distributions;

namespace RiskEngine.Simulation.Processes;

/// <summary>A process that draws chi-square variables: runs of scenarios that differ little share the tables, which cost time.</summary>
internal interface IDrawsChiSquare
{
    /// <summary>Takes tables from elsewhere, before any path is simulated.</summary>
    /// <param name="tables">The table of some degrees of freedom, the same whoever asks.</param>
    public void Share(Func<double, TabulatedQuantile> tables);
}
