using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Measuring;
using RiskEngine.Results;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Comparing;

/// <summary>The difference of two runs' profits that were made on common random numbers, path by path.</summary>
public static class ProfitDifference
{
    /// <summary>What the second differs by, with the error of the difference rather than of each.</summary>
    /// <param name="after">Relative profits of the second run, one a path.</param>
    /// <param name="before">Relative profits of the first run on the same paths.</param>
    /// <param name="sampling">How the random numbers of both were drawn.</param>
    /// <exception cref="ArgumentException">The columns differ in length, are too short, or hold what is no number.</exception>
    public static Effect Of(ReadOnlySpan<float> after, ReadOnlySpan<float> before, SamplingMethod sampling) =>
        EffectMeasuring.Of(
            after,
            before,
            new float[SortedColumn.ScratchLength(after.Length)],
            new PathSampling(sampling, after.Length).Replicates
        );
}
