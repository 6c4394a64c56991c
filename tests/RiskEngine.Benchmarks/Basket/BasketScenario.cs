using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Testing;

namespace RiskEngine.Benchmarks.Basket;

/// <summary>
/// The job that all peers do: 30 correlated lognormal assets (volatility 20% + 1% x index, correlation 0.5 of each pair, drift 3% a year),
/// 36 monthly steps, equal weights held from the start. As a user would write it: each asset an equity whose one factor is its price.
/// </summary>
internal static class BasketScenario
{
    public const int Assets = 30;
    public const int Steps = 36;

    /// <summary>Path, step and asset: how many there are of them.</summary>
    public static double Elements(int paths) => (double)paths * Steps * Assets;

    /// <summary>The scenario.</summary>
    /// <param name="paths">Number of paths.</param>
    /// <param name="kind">Kind of the factors, with the parameters of geometric Brownian motion.</param>
    /// <param name="portfolios">How many portfolios hold the assets: the first equally weighted, the others each in weights of its
    /// own.</param>
    /// <param name="advice">How many recommendations are followed, alone, together and all but each.</param>
    public static Scenario Build(int paths, string kind = "geometric-brownian", int portfolios = 1, int advice = 0)
    {
        var scenario = SmallScenario.New().RiskFree(0.03).Until("3y").Every("1m");
        for (var i = 0; i < Assets; i++)
        {
            var volatility = 0.2 + 0.01 * i;
            var factor = Factors.Of(
                $"f{i}",
                kind,
                ("start", Parameter.Of(1)),
                ("drift", Parameter.Of(0)),
                ("volatility", Parameter.Of(volatility))
            );
            scenario = scenario.With(factor).With(Instruments.Equity($"a{i}", volatility, ($"f{i}", 1)));
            for (var j = 0; j < i; j++)
                scenario = scenario.Correlate($"f{i}", $"f{j}", 0.5);
        }

        for (var p = 0; p < portfolios; p++)
        {
            scenario = scenario.Hold(
                $"p{p}",
                [.. Enumerable.Range(0, Assets).Select(i => ($"a{i}", p == 0 ? 1.0 / Assets : 1.0 + (i * (p + 1) % 7)))]
            );
        }

        for (var r = 0; r < advice; r++)
            scenario = scenario.With(Advice.Buy($"r{r}", 0.05, "1m", "2y", ($"a{r}", 1)));
        return scenario.Build(paths, seed: 42);
    }
}
