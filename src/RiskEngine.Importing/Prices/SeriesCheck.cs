namespace RiskEngine.Importing.Prices;

/// <summary>Looks at one series of closes for what data often has wrong.</summary>
internal static class SeriesCheck
{
    /// <summary>A split leaves a move within this much of its ratio: what the market did on that day stays.</summary>
    private const double SplitTolerance = 0.08;

    /// <summary>A move of this many times the median of all is no usual one.</summary>
    private const double OutlierTimes = 15;

    private static readonly (double Ratio, string Name)[] splits =
    [
        (2, "2 for 1"),
        (3, "3 for 1"),
        (4, "4 for 1"),
        (5, "5 for 1"),
        (6, "6 for 1"),
        (7, "7 for 1"),
        (8, "8 for 1"),
        (10, "10 for 1"),
        (15, "15 for 1"),
        (20, "20 for 1"),
        (25, "25 for 1"),
        (30, "30 for 1"),
        (50, "50 for 1"),
        (100, "100 for 1"),
    ];

    /// <summary>Moves that look like a split nobody took out, and other moves far beyond the usual.</summary>
    public static (IReadOnlyList<(DateOnly, string)> Splits, IReadOnlyList<DateOnly> Outliers) Jumps(
        IReadOnlyList<(DateOnly Date, double Close)> points
    )
    {
        var moves = Enumerable
            .Range(1, Math.Max(0, points.Count - 1))
            .Select(i => Math.Log(points[i].Close / points[i - 1].Close))
            .ToArray();
        if (moves.Length < 2)
            return ([], []);
        var usual = moves.Select(Math.Abs).Order().ElementAt(moves.Length / 2);
        var (found, outliers) = (new List<(DateOnly, string)>(), new List<DateOnly>());
        for (var i = 0; i < moves.Length; i++)
        {
            var days = points[i + 1].Date.DayNumber - points[i].Date.DayNumber;
            var size = Math.Abs(moves[i]);
            if (days <= 7 && Split(moves[i], usual) is { } ratio)
                found.Add((points[i + 1].Date, ratio));
            else if (usual > 0 && size > OutlierTimes * usual && size > 0.2)
                outliers.Add(points[i + 1].Date);
        }

        return (found, outliers);
    }

    /// <summary>The longest run of the same close.</summary>
    public static int LongestRun(IReadOnlyList<(DateOnly Date, double Close)> points)
    {
        var (longest, run) = (points.Count > 0 ? 1 : 0, 1);
        for (var i = 1; i < points.Count; i++)
        {
            run = points[i].Close == points[i - 1].Close ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>What the middle distance between dates says.</summary>
    public static string Frequency(IReadOnlyList<(DateOnly Date, double Close)> points)
    {
        if (points.Count < 3)
            return "too few rows to say";
        var distances = Enumerable.Range(1, points.Count - 1).Select(i => points[i].Date.DayNumber - points[i - 1].Date.DayNumber).Order();
        return distances.ElementAt((points.Count - 1) / 2) switch
        {
            <= 4 => "daily",
            <= 10 => "weekly",
            <= 45 => "monthly",
            <= 120 => "quarterly",
            _ => "yearly",
        };
    }

    private static string? Split(double move, double usual)
    {
        var size = Math.Exp(Math.Abs(move));
        foreach (var (ratio, name) in splits)
        {
            if (Math.Abs((size / ratio) - 1) <= Math.Min(SplitTolerance, 0.02 + (4 * usual)))
                return move < 0 ? name : "1 for " + name.Split(' ')[0];
        }

        return null;
    }
}
