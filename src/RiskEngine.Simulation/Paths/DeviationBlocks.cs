using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>Adds up the logarithmic moves of the variants on one block of paths, step by step, for <see cref="StepDeviations"/>.</summary>
internal sealed class DeviationBlocks(CasePlan plan, PathBlock block, int rows, int paths) : IValueFollower
{
    private readonly double[] last = new double[rows * paths];
    private readonly double[] first = new double[rows * plan.LastHorizonDate];
    private readonly double[] second = new double[rows * plan.LastHorizonDate];
    private readonly int[] counts = new int[plan.LastHorizonDate];
    private readonly bool[] left = new bool[paths];
    private int date;

    public void Start()
    {
        Array.Fill(last, 1);
        Array.Clear(first);
        Array.Clear(second);
        Array.Clear(counts);
    }

    public void Reach(int date, ReadOnlySpan<bool> jumped)
    {
        this.date = date;
        jumped.CopyTo(left);
        for (var k = 0; date > 0 && k < block.Count; k++)
            counts[date - 1] += jumped[k] ? 0 : 1;
    }

    public void Follow(int row, ReadOnlySpan<double> values)
    {
        var from = last.AsSpan(row * paths, paths);
        for (var k = 0; date > 0 && k < block.Count; k++)
        {
            if (left[k])
                continue;

            // What has been lost whole moves no more.
            var move = values[k] > 0 && from[k] > 0 ? Math.Log(values[k] / from[k]) : 0;
            first[row * plan.LastHorizonDate + date - 1] += move;
            second[row * plan.LastHorizonDate + date - 1] += move * move;
        }

        values.CopyTo(from);
    }

    public ReadOnlySpan<float> Troughs(int row) => [];

    /// <summary>The sums of the block that was followed last.</summary>
    public Sums Taken() => new([.. counts], [.. first], [.. second]);

    /// <summary>Sums of moves and of their squares, a row and step each.</summary>
    /// <param name="Counts">How many paths count in each step.</param>
    /// <param name="First">Sums of the moves.</param>
    /// <param name="Second">Sums of their squares.</param>
    public sealed record Sums(int[] Counts, double[] First, double[] Second);
}
