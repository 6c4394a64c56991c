namespace RiskEngine.Simulation.Planning;

/// <summary>One portfolio as weights: its value is 1 on the as-of date.</summary>
/// <param name="Instruments">Indices of what is held.</param>
/// <param name="Weights">Weights, adding to 1.</param>
/// <param name="IsPrivate">Which of them are stakes in private companies, that advice can't sell.</param>
internal sealed record PortfolioPlan(int[] Instruments, double[] Weights, bool[] IsPrivate)
{
    /// <summary>The weight of an instrument; zero when it is not held.</summary>
    public double WeightOf(int instrument)
    {
        var at = Array.IndexOf(Instruments, instrument);
        return at < 0 ? 0 : Weights[at];
    }
}
