using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Backtesting.Fans;

/// <summary>What was forecast at an origin.</summary>
/// <param name="Date">The origin.</param>
/// <param name="Growths">By column that the model has, and by horizon, the value on each path by that at the origin.</param>
/// <param name="Skipped">The columns that it does not have, and why.</param>
/// <param name="Method">How it was calibrated.</param>
internal sealed record OriginForecast(
    DateOnly Date,
    IReadOnlyDictionary<string, float[][]> Growths,
    IReadOnlyDictionary<string, string> Skipped,
    LocalText Method
)
{
    /// <summary>The profits of holdings, one a path; null where the model lacks one of them.</summary>
    public float[]? Profits(IReadOnlyList<(string Column, double Weight)> holdings, int horizon)
    {
        if (holdings.Any(h => !Growths.ContainsKey(h.Column)))
            return null;
        var profits = new float[Growths[holdings[0].Column][horizon].Length];
        for (var path = 0; path < profits.Length; path++)
        {
            var sum = 0.0;
            foreach (var (column, weight) in holdings)
                sum += weight * (Growths[column][horizon][path] - 1.0);
            profits[path] = (float)sum;
        }

        return profits;
    }
}
