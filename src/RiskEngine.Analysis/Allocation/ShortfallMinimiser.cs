namespace RiskEngine.Analysis.Allocation;

/// <summary>
/// Finds the allowed amounts with the least expected shortfall, alone or for given means, each with a proof of how near it is.
/// </summary>
/// <remarks>
/// Level bundle method (Lemarechal, Nemirovskii and Nesterov 1995) on Rockafellar and Uryasev's function: each evaluation on the paths
/// gives a linear lower bound that holds for all amounts; a small program gives the lowest value that the bounds allow, and the next point
/// is the one nearest to the best so far that reaches part of the way down. Bounds found for one mean serve for all others.
/// </remarks>
public sealed class ShortfallMinimiser
{
    private const double Level = 0.4;
    private const int MostSteps = 400;
    private const int MostSlopes = 160;
    private readonly AllocationProblem problem;
    private readonly ShortfallFunction function;
    private readonly double gap;
    private readonly List<double[]> slopes = [];

    /// <summary>Takes the problem.</summary>
    /// <param name="problem">What can be held.</param>
    /// <param name="gap">How far from the least expected shortfall is near enough, in units of profit, above 0: 0.0001 is a hundredth of a
    /// per cent of the portfolio.</param>
    public ShortfallMinimiser(AllocationProblem problem, double gap = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (!(gap > 0))
            throw new ArgumentOutOfRangeException(nameof(gap), gap, "Expected a gap above 0.");
        (this.problem, this.gap, function) = (problem, gap, new ShortfallFunction(problem));
    }

    /// <summary>The least expected shortfall.</summary>
    /// <param name="mean">The mean profit that is wanted at least; null where any will do.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>The amounts; their gap says how near they are, should the search have run out of steps.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No allowed amounts have that mean.</exception>
    public CertifiedAllocation Least(double? mean = null, CancellationToken cancel = default)
    {
        if (mean is { } wanted && !(wanted < problem.HighestMean))
        {
            throw new ArgumentOutOfRangeException(
                nameof(mean),
                wanted,
                $"Expected a mean below the highest that the bounds allow, {problem.HighestMean}."
            );
        }

        var master = new BundleMaster(problem, mean);
        if (slopes.Count == 0)
            slopes.Add(function.At(problem.Cheapest(new double[problem.Size]).Amounts).Slope);
        var (bound, point) = master.Lowest(slopes);
        double[]? best = null;
        var least = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            var (value, slope) = function.At(point);
            slopes.Add(slope);
            if (value < least)
                (least, best) = (value, point);
            var lowest = master.Lowest(slopes);
            bound = Math.Max(bound, lowest.LowerBound);
            if (least - bound <= gap)
                break;
            Forget(best!);
            point = master.Nearest(slopes, bound + (Level * (least - bound)), best!);
        }

        return new CertifiedAllocation(best!, MeanOf(best!), least, bound);
    }

    /// <summary>
    /// The frontier: least expected shortfalls for means equally far apart, from that of the least of all up to just below the highest.
    /// </summary>
    /// <param name="points">How many, at least 2.</param>
    /// <param name="cancel">Stops the search.</param>
    public IReadOnlyList<CertifiedAllocation> Frontier(int points, CancellationToken cancel = default)
    {
        if (points < 2)
            throw new ArgumentOutOfRangeException(nameof(points), points, "Expected at least 2 points.");
        var first = Least(cancel: cancel);
        var (low, high) = (first.Mean, problem.HighestMean);
        if (high - low < 1e-9)
            return [first];
        return
        [
            first,
            .. Enumerable.Range(1, points - 1).Select(i => Least(low + (Math.Min(0.999, i / (points - 1.0)) * (high - low)), cancel)),
        ];
    }

    private double MeanOf(double[] amounts) => amounts.Zip(problem.Means, (a, b) => a * b).Sum();

    /// <summary>Keeps the small programs small: of many bounds those lowest at the best point go first, the newest stay.</summary>
    private void Forget(double[] best)
    {
        if (slopes.Count <= MostSlopes)
            return;
        const int newest = 20;
        var kept = slopes
            .Take(slopes.Count - newest)
            .OrderByDescending(s => s.Zip(best, (a, b) => a * b).Sum())
            .Take(MostSlopes / 2)
            .Concat(slopes.TakeLast(newest))
            .ToArray();
        slopes.Clear();
        slopes.AddRange(kept);
    }
}
