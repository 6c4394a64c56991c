namespace RiskEngine.Simulation.Planning;

/// <summary>One portfolio as weights: its value is 1 on the as-of date.</summary>
/// <param name="Instruments">Indices of what is held.</param>
/// <param name="Weights">Weights, adding to 1.</param>
internal sealed record PortfolioPlan(int[] Instruments, double[] Weights)
{
    /// <summary>The weight of an instrument; zero when it is not held.</summary>
    public double WeightOf(int instrument)
    {
        var at = Array.IndexOf(Instruments, instrument);
        return at < 0 ? 0 : Weights[at];
    }
}
