using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>Adds up the logarithmic moves of the variants on one block of paths, step by step, for <see cref="StepDeviations"/>.</summary>
internal sealed class DeviationBlocks(CasePlan plan, PathBlock block, int rows, int variants, int paths) : IValueFollower
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
        var scale = IsOwing(row) ? Mean(from) : 0;
        for (var k = 0; date > 0 && k < block.Count; k++)
        {
            if (left[k])
                continue;

            // Equity near nothing moves by multiples of itself: of what owes, moves count in units of the paths' mean equity.
            // Other portfolios that have been lost whole move no more.
            var move =
                scale > 0 ? (values[k] - from[k]) / scale
                : values[k] > 0 && from[k] > 0 ? Math.Log(values[k] / from[k])
                : 0;
            first[row * plan.LastHorizonDate + date - 1] += move;
            second[row * plan.LastHorizonDate + date - 1] += move * move;
        }

        values.CopyTo(from);
    }

    /// <summary>Whether a row is a variant of a portfolio that owes something; rows of margins come after those of variants.</summary>
    private bool IsOwing(int row) => row / Math.Max(1, variants) is var p && p < plan.Portfolios.Length && plan.Portfolios[p].Owes;

    private double Mean(ReadOnlySpan<double> from)
    {
        var sum = 0.0;
        for (var k = 0; k < block.Count; k++)
            sum += from[k];
        return sum / block.Count;
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
