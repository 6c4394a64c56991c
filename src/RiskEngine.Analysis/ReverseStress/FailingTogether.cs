namespace RiskEngine.Analysis.ReverseStress;

/// <summary>Which statements fail together on bad paths: a set that fails as a whole on most of them.</summary>
/// <param name="Statements">Their indices, the surest to fail first; empty where no single one fails on so many.</param>
/// <param name="Among">The share of the chosen paths on which all of them fail.</param>
/// <param name="Overall">The share of all paths on which all of them fail.</param>
public sealed record FailingTogether(IReadOnlyList<int> Statements, double Among, double Overall)
{
    /// <summary>
    /// Greedy: the statement that fails most often comes first, then each time the one that leaves the most of the chosen paths on which
    /// all so far fail, as long as at least <paramref name="share"/> of them is left.
    /// </summary>
    /// <param name="failed">For each statement, the paths on which it fails.</param>
    /// <param name="chosen">The bad paths; some of them.</param>
    /// <param name="share">The share of the bad paths on which the whole set must fail, above 0 to 1.</param>
    /// <param name="most">How many statements the set may hold.</param>
    public static FailingTogether Of(IReadOnlyList<bool[]> failed, bool[] chosen, double share, int most)
    {
        ArgumentNullException.ThrowIfNull(failed);
        ArgumentNullException.ThrowIfNull(chosen);
        if (!(share is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share above 0, up to 1.");
        var all = new bool[chosen.Length];
        Array.Fill(all, true);
        var (found, bad) = (new List<int>(), chosen.Count(c => c));
        while (found.Count < Math.Min(failed.Count, most))
        {
            var next = Enumerable
                .Range(0, failed.Count)
                .Except(found)
                .Select(s => (Statement: s, Left: Count(failed[s], all, chosen)))
                .MaxBy(s => s.Left);
            if (next.Left < share * bad || next.Left == 0)
                break;
            found.Add(next.Statement);
            for (var k = 0; k < all.Length; k++)
                all[k] &= failed[next.Statement][k];
        }

        if (found.Count == 0)
            return new FailingTogether([], 0, 0);
        return new FailingTogether(found, (double)Count(all, all, chosen) / bad, (double)all.Count(a => a) / all.Length);
    }

    private static int Count(bool[] failed, bool[] all, bool[] chosen)
    {
        var count = 0;
        for (var k = 0; k < chosen.Length; k++)
            count += chosen[k] && all[k] && failed[k] ? 1 : 0;
        return count;
    }
}
