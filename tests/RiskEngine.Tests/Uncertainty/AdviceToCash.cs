using RiskEngine.Loading;

namespace RiskEngine.Tests.Uncertainty;

/// <summary>
/// A fund that is the market, and advice to turn a tenth of it into cash: what following earns over the year is known whatever part is
/// turned and whatever the premium is.
/// </summary>
internal static class AdviceToCash
{
    public const double Rate = 0.04;
    public const double Premium = 0.3;

    /// <summary>What the files are read with.</summary>
    public static ReadOptions Reading { get; } = new() { Kinds = StandardKinds.Factors, Pricing = StandardKinds.Pricing };

    /// <summary>A recommendation of that advice.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="readings">Its other readings, a list in one line of YAML.</param>
    public static string Recommendation(string id, string readings) =>
        $"  {id}: {{ name: To cash, claims: sell, horizon: year, verb: invest, size: 0.1, targets: {{ cash: 1 }}, "
        + $"cost: 0, readings: {readings} }}\n";

    /// <summary>The scenario's files.</summary>
    /// <param name="recommendations">The recommendations, lines as <see cref="Recommendation"/> gives them.</param>
    /// <param name="checks">More lines of the thesis.</param>
    /// <param name="settings">More lines of the scenario.</param>
    public static ScenarioSource Source(string recommendations, string checks = "", string settings = "") =>
        ScenarioSource.InMemory(
            "read",
            new Dictionary<string, string>
            {
                ["scenario.yaml"] = $$"""
                name: Read
                asOf: 2026-01-01
                currency: USD
                horizons: { year: 12m }
                simulation: { paths: 2000, step: 12m, seed: 5 }
                riskFreeRate: 0.04
                market: market.yaml
                theses: [theses/words.yaml]
                portfolios: [core.csv]
                {{settings}}
                """,
                ["market.yaml"] = """
                factors:
                  market: { name: Market, kind: geometric-brownian, volatility: 0.1, premium: 0.3 }
                instruments:
                  fund: { name: Fund, kind: fund, volatility: 0.1, exposures: { market: 1 } }
                  cash: { name: Cash, kind: cash }
                """,
                ["theses/words.yaml"] =
                    "article: { title: Words, author: not named }\nsummary: Sell.\nclaims: { sell: { line: 1, says: Sell. } }\n"
                    + $"recommendations:\n{recommendations}{checks}",
                ["core.csv"] = "instrument,quantity,price,currency\nfund,10,100,USD\n",
            }
        );
}
