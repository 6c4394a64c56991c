namespace RiskEngine.Analysis.Allocation;

/// <summary>The linear bounds of an expected shortfall that were found so far, and the two small programs over them.</summary>
internal sealed class BundleMaster(AllocationProblem problem, double? mean)
{
    // Variables that are fixed leave no interior: they are constants here.
    private readonly int[] moving = [.. Enumerable.Range(0, problem.Size).Where(j => problem.Upper[j] - problem.Lower[j] > 1e-12)];

    /// <summary>The lowest that the bounds allow anywhere, proven, and where.</summary>
    internal (double LowerBound, double[] Amounts) Lowest(IReadOnlyList<double[]> slopes)
    {
        var n = moving.Length;
        var rows = Rows(slopes, extra: 1);
        double[] cost = [.. new double[n], 1];
        double[] diagonal = [.. Enumerable.Repeat(1e-9, n), 0];
        var (x, z) = new InteriorPoint(diagonal, cost, rows.G, rows.H).Solve(
            problem.Budget is null ? null : [.. Enumerable.Repeat(1.0, n), 0],
            Left
        );
        return (ProvenBound(slopes, z), Feasible(x));
    }

    /// <summary>The point nearest to another at which no bound passes the level.</summary>
    internal double[] Nearest(IReadOnlyList<double[]> slopes, double level, double[] centre)
    {
        var n = moving.Length;
        var rows = Rows(slopes, extra: 0);
        for (var k = 0; k < slopes.Count; k++)
            rows.H[k] += level;
        double[] cost = [.. moving.Select(j => -centre[j])];
        var (x, _) = new InteriorPoint([.. Enumerable.Repeat(1.0, n)], cost, rows.G, rows.H).Solve(
            problem.Budget is null ? null : [.. Enumerable.Repeat(1.0, n)],
            Left
        );
        return Feasible(x);
    }

    /// <summary>What of the budget is left for the variables that move.</summary>
    private double Left => (problem.Budget ?? 0) - Fixed.Sum(j => problem.Lower[j]);

    private IEnumerable<int> Fixed => Enumerable.Range(0, problem.Size).Except(moving);

    /// <summary>
    /// For any weights of the slopes that add to one and any price of the mean, the cheapest amounts within bounds and budget bound the
    /// expected shortfall from below: weak duality, computed outright, whatever the solver's accuracy.
    /// </summary>
    private double ProvenBound(IReadOnlyList<double[]> slopes, double[] multipliers)
    {
        var total = multipliers.Take(slopes.Count).Sum();
        var price = mean is null ? 0 : Math.Max(0, multipliers[slopes.Count]) / total;
        var prices = new double[problem.Size];
        for (var k = 0; k < slopes.Count; k++)
        {
            for (var j = 0; j < prices.Length; j++)
                prices[j] += multipliers[k] / total * slopes[k][j];
        }

        for (var j = 0; j < prices.Length; j++)
            prices[j] -= price * problem.Means[j];
        return problem.Cheapest(prices).Cost + (price * (mean ?? 0));
    }

    /// <summary>Slopes, then the mean, then upper and lower bounds; with an extra variable the slopes are compared with it.</summary>
    private (double[][] G, double[] H) Rows(IReadOnlyList<double[]> slopes, int extra)
    {
        var (n, k) = (moving.Length, slopes.Count);
        var means = mean is null ? 0 : 1;
        var h = new double[k + means + (2 * n)];
        double[][] g = [.. h.Select(_ => new double[n + extra])];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < n; j++)
                g[i][j] = slopes[i][moving[j]];
            if (extra > 0)
                g[i][n] = -1;
            h[i] = -Fixed.Sum(j => slopes[i][j] * problem.Lower[j]);
        }

        if (mean is { } wanted)
        {
            for (var j = 0; j < n; j++)
                g[k][j] = -problem.Means[moving[j]];
            h[k] = Fixed.Sum(j => problem.Means[j] * problem.Lower[j]) - wanted;
        }

        for (var j = 0; j < n; j++)
        {
            g[k + means + j][j] = 1;
            h[k + means + j] = problem.Upper[moving[j]];
            g[k + means + n + j][j] = -1;
            h[k + means + n + j] = -problem.Lower[moving[j]];
        }

        return (g, h);
    }

    /// <summary>Back to all variables, the solver's last digits removed: within the bounds, and the budget exact.</summary>
    private double[] Feasible(double[] x)
    {
        var amounts = (double[])problem.Lower.Clone();
        for (var a = 0; a < moving.Length; a++)
            amounts[moving[a]] = Math.Clamp(x[a], problem.Lower[moving[a]], problem.Upper[moving[a]]);
        if (problem.Budget is not { } budget)
            return amounts;
        var miss = budget - amounts.Sum();
        foreach (var j in moving.OrderByDescending(j => miss > 0 ? problem.Upper[j] - amounts[j] : amounts[j] - problem.Lower[j]))
        {
            var moved = Math.Clamp(amounts[j] + miss, problem.Lower[j], problem.Upper[j]) - amounts[j];
            amounts[j] += moved;
            miss -= moved;
        }

        return amounts;
    }
}
