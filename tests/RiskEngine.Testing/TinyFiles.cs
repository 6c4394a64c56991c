namespace RiskEngine.Testing;

/// <summary>
/// Files of a small scenario whose numbers are easy to follow: one factor, two instruments, one piece of advice, one risk, two cases.
/// </summary>
public static class TinyFiles
{
    /// <summary>Its files, each with its text.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        new Dictionary<string, string>
        {
            ["scenario.yaml"] = """
                name: Tiny
                asOf: 2026-02-06
                currency: USD
                horizons: { short: 3m, medium: 12m }
                simulation: { paths: 1000, step: 1m, seed: 7 }
                riskFreeRate: 0.04
                source: { judgement: a test }
                market: market.yaml
                theses: [thesis.yaml]
                risks: risks.yaml
                portfolios: [core.csv]
                cases:
                  base: { name: Base }
                  bull: { name: Bull, set: { factors.market.drift: 0.2 } }
                limits:
                  - { measure: es95, horizon: medium, portfolio: core, below: 0.9 }

                """,
            ["market.yaml"] = """
                factors:
                  market: { name: Market, kind: geometric-brownian, volatility: 0.16, premium: 0.045, source: { judgement: a test } }
                groups: { chips: { name: Chips } }
                instruments:
                  alpha:
                    name: Alpha
                    kind: equity
                    groups: [chips]
                    volatility: 0.4
                    exposures: { market: 1.5 }
                    source: { judgement: a test }
                  cash: { name: Cash, kind: cash }

                """,
            ["thesis.yaml"] = """
                article: { title: Chips, author: not named, published: 2026-01-30, file: chips.txt }
                summary: Chips grow.
                claims:
                  size: { line: 4, section: Size, says: The market grows by 85%. }
                recommendations:
                  buy-alpha: { name: Buy alpha, claims: [size], horizon: medium, verb: invest, targets: { alpha: 1 } }
                checks:
                  growth: { says: The table gives less, claims: [size], growth: [440, 680], claimed: 0.85 }

                """,
            ["risks.yaml"] = """
                risks:
                  crash:
                    name: Crash
                    summary: Prices fall.
                    claims: thesis/size
                    probability: 0.3
                    within: 2y
                    effects: [{ on: chips, size: -0.3 }]
                    source: { judgement: a test }

                """,
            ["core.csv"] = "instrument,quantity,price,currency\nalpha,6,100,USD\ncash,400,1,USD\n",
        };

    /// <summary>The files with other texts in them.</summary>
    /// <param name="changes">Texts that stand in the files, and what to put in their place.</param>
    /// <exception cref="ArgumentException">A text stands in none of them.</exception>
    public static Dictionary<string, string> With(params (string Before, string After)[] changes)
    {
        var changed = new Dictionary<string, string>(Files);
        foreach (var (before, after) in changes)
        {
            var files = changed.Keys.Where(f => changed[f].Contains(before, StringComparison.Ordinal)).ToArray();
            if (files.Length == 0)
                throw new ArgumentException($"expected one of {string.Join(", ", changed.Keys)} to hold '{before}'", nameof(changes));
            foreach (var file in files)
                changed[file] = changed[file].Replace(before, after, StringComparison.Ordinal);
        }

        return changed;
    }
}
