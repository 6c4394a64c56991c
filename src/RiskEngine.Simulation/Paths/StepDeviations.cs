namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The standard deviation of the logarithm of each variant's value over each step, measured on a few paths, but for steps in which an event
/// or an exit occurs: no closed form knows what portfolios of priced instruments under trades are worth.
/// </summary>
/// <remarks>
/// It is one number a step, the root mean square over those paths: where volatility moves or weights drift, calm paths get a little much
/// and stormy ones a little less than their own. 1,024 paths know it to 2% a step, and drawdowns are the sum of many steps.
/// </remarks>
internal sealed class StepDeviations(int rows, int steps)
{
    /// <summary>How many paths it is measured on.</summary>
    public const int Paths = 1024;

    private readonly double[] deviations = new double[rows * steps];

    /// <summary>The deviation of a row, portfolio times variants plus variant, over a step.</summary>
    public double Of(int row, int step) => deviations[row * steps + step];

    /// <summary>From sums over paths in their order: the same bits for any number of threads.</summary>
    public static StepDeviations Of(IEnumerable<DeviationBlocks.Sums> blocks, int rows, int steps)
    {
        var (counts, first, second) = (new int[steps], new double[rows * steps], new double[rows * steps]);
        foreach (var sums in blocks)
        {
            for (var step = 0; step < steps; step++)
                counts[step] += sums.Counts[step];
            for (var at = 0; at < first.Length; at++)
            {
                first[at] += sums.First[at];
                second[at] += sums.Second[at];
            }
        }

        var made = new StepDeviations(rows, steps);
        for (var at = 0; at < first.Length; at++)
        {
            var count = Math.Max(1, counts[at % steps]);
            var mean = first[at] / count;
            made.deviations[at] = Math.Sqrt(Math.Max(0, (second[at] / count) - mean * mean));
        }

        return made;
    }
}
