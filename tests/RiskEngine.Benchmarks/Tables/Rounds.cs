namespace RiskEngine.Benchmarks.Tables;

/// <summary>Runs contestants in turn, round after round (A B C, A B C, ...), so that a machine's moods hit all of them alike.</summary>
internal static class Rounds
{
    /// <summary>
    /// The median of each contestant's figures, after one round that does not count. A figure that is not available (NaN) stays so.
    /// </summary>
    public static double[] Medians(int rounds, params (string Name, Func<double> Measure)[] contestants)
    {
        var figures = contestants.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var c = 0; c < contestants.Length; c++)
            {
                var figure = contestants[c].Measure();
                if (round == 0)
                    continue;
                Console.Error.WriteLine($"round {round} of {rounds}: {contestants[c].Name} {figure:0.###}");
                figures[c].Add(figure);
            }
        }

        return [.. figures.Select(Median)];
    }

    private static double Median(List<double> figures)
    {
        figures.Sort();
        var middle = figures.Count / 2;
        return figures.Count % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }
}
