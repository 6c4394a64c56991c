namespace RiskEngine.Reporting.Runs;

/// <summary>A row of figures as a word of bars (Tufte 2006), which a terminal and a page show alike.</summary>
public static class Sparkline
{
    /// <summary>The most runs that are shown.</summary>
    public const int Longest = 12;

    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>A bar a number, the lowest of them ▁ and the highest █; ▄ where all are equal, a blank for what is no number.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="longest">The most bars; of more numbers the last are shown.</param>
    public static string Of(IEnumerable<double> numbers, int longest = Longest)
    {
        double[] shown = [.. numbers.TakeLast(longest)];
        double[] known = [.. shown.Where(double.IsFinite)];
        return Of(shown, longest, known.DefaultIfEmpty().Min(), known.DefaultIfEmpty().Max());
    }

    /// <summary>The same on a scale that several rows share.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="longest">The most bars.</param>
    /// <param name="low">The number of the lowest bar.</param>
    /// <param name="high">The number of the highest.</param>
    public static string Of(IEnumerable<double> numbers, int longest, double low, double high) =>
        string.Concat(
            numbers
                .TakeLast(longest)
                .Select(x =>
                    !double.IsFinite(x) ? ' '
                    : high > low ? Bars[(int)Math.Round((x - low) / (high - low) * (Bars.Length - 1))]
                    : Bars[(Bars.Length / 2) - 1]
                )
        );

    /// <summary>The portfolio's expected shortfall as held in the runs of the scenario up to this one, the oldest first; empty for the
    /// first of them. Runs of other cases or horizons do not count.</summary>
    /// <param name="runs">All runs.</param>
    /// <param name="run">The run that it ends with.</param>
    /// <param name="portfolio">Id of the portfolio.</param>
    public static string Es95(IEnumerable<RunSummary> runs, RunSummary run, string portfolio)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(run);
        double[] figures =
        [
            .. from earlier in runs
            where (earlier.Scenario, earlier.Case, earlier.Horizon) == (run.Scenario, run.Case, run.Horizon)
            where earlier.Started <= run.Started
            orderby earlier.Started, earlier.RunId
            from of in earlier.Portfolios
            where of.Portfolio == portfolio
            select of.AsHeld.Es95.Value,
        ];
        return figures.Length < 2 ? "" : Of(figures);
    }
}
