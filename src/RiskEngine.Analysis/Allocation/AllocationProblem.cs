using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Allocation;

/// <summary>What can be held, and how much of it: the portfolio's profit is the sum of amount times gain.</summary>
public sealed class AllocationProblem
{
    /// <summary>Makes the problem.</summary>
    /// <param name="gains">For each thing that can be held, its relative profit on every path; all finite.</param>
    /// <param name="lower">The least amount of each.</param>
    /// <param name="upper">The greatest amount of each; equal to the least where it is fixed.</param>
    /// <param name="budget">What the amounts add to (1 for a portfolio); null where they are free of each other.</param>
    /// <param name="level">The confidence level of the expected shortfall, strictly between 0 and 1.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">Shapes differ, bounds cross, or the budget can't be met.</exception>
    public AllocationProblem(
        IReadOnlyList<float[]> gains,
        double[] lower,
        double[] upper,
        double? budget,
        double level,
        PathWeights weights = default
    )
    {
        ArgumentNullException.ThrowIfNull(gains);
        if (gains.Count == 0 || lower.Length != gains.Count || upper.Length != gains.Count)
        {
            throw new ArgumentException(
                $"Expected as many bounds as columns, found {lower.Length} and {upper.Length} for {gains.Count}.",
                nameof(gains)
            );
        }

        if (!(level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a confidence level strictly between 0 and 1.");
        for (var j = 0; j < gains.Count; j++)
        {
            ColumnCheck.RequireSameLength(gains[0].Length, gains[j].Length, nameof(gains));
            ColumnCheck.Sum(gains[j], nameof(gains));
            if (!(lower[j] <= upper[j]))
            {
                throw new ArgumentException(
                    $"Expected a lower bound up to the upper one, found {lower[j]} and {upper[j]} at index {j}.",
                    nameof(lower)
                );
            }
        }

        weights.RequirePaths(gains[0].Length, nameof(weights));
        if (budget is { } sum && !(lower.Sum() <= sum + 1e-9 && upper.Sum() >= sum - 1e-9))
            throw new ArgumentException($"Expected bounds that can add to {sum}, found {lower.Sum()} to {upper.Sum()}.", nameof(budget));
        (Gains, Lower, Upper, Budget, Level, Weights) = (gains, lower, upper, budget, level, weights);
        Means = [.. gains.Select(g => ColumnMoments.Of(g, weights).Mean)];
    }

    /// <summary>Each thing's relative profit on every path.</summary>
    public IReadOnlyList<float[]> Gains { get; }

    /// <summary>The least amounts.</summary>
    public double[] Lower { get; }

    /// <summary>The greatest amounts.</summary>
    public double[] Upper { get; }

    /// <summary>What amounts add to, or null.</summary>
    public double? Budget { get; }

    /// <summary>The confidence level of the expected shortfall.</summary>
    public double Level { get; }

    /// <summary>The paths' probabilities.</summary>
    public PathWeights Weights { get; }

    /// <summary>Mean profit of each, under the weights.</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>How many things can be held.</summary>
    internal int Size => Gains.Count;

    /// <summary>The highest mean that the bounds allow.</summary>
    public double HighestMean => -Cheapest([.. Means.Select(m => -m)]).Cost;

    /// <summary>The amounts within bounds and budget at which prices cost least: a knapsack, filled from the cheapest.</summary>
    internal (double Cost, double[] Amounts) Cheapest(double[] prices)
    {
        var amounts = (double[])Lower.Clone();
        var left = (Budget ?? 0) - Lower.Sum();
        foreach (var j in Enumerable.Range(0, Size).OrderBy(j => prices[j]))
        {
            var more = Budget is null ? (prices[j] < 0 ? Upper[j] - Lower[j] : 0) : Math.Clamp(left, 0, Upper[j] - Lower[j]);
            amounts[j] += more;
            left -= more;
        }

        return (amounts.Zip(prices, (a, b) => a * b).Sum(), amounts);
    }
}
