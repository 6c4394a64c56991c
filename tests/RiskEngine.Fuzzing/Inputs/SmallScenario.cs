using RiskEngine.Testing;

namespace RiskEngine.Fuzzing.Inputs;

/// <summary>The tiny scenario with something of every kind added, which runs in a fraction of a second, and batches of it.</summary>
internal static class SmallScenario
{
    /// <summary>Its files, each with its text.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        new Dictionary<string, string>(
            TinyFiles.With(
                ("name: Tiny", "id: small\nname: Small"),
                ("riskFreeRate: 0.04", "riskFreeRate: 0.04\ncopula: { degreesOfFreedom: 6 }"),
                (
                    "below: 0.9 }\n",
                    """
                    below: 0.9 }
                    reverseStress: { worst: 0.05 }
                    views:
                      calm: { name: Calm, mean: alpha, atLeast: 0.01, confidence: 0.5, source: { judgement: a test } }
                    uncertainty: { radii: [0.01, 0.05], source: { judgement: a test } }
                    optimise: { cap: 1, points: 3, source: { judgement: a test } }

                    """
                ),
                ("volatility: 0.16", "volatility: { pert: [0.12, 0.16, 0.3] }"),
                (
                    "groups: { chips",
                    """
                      power: { name: Power, kind: ornstein-uhlenbeck, start: 0, mean: 0, halfLife: 1, volatility: 0.3,
                        source: { judgement: a test } }
                    correlations:
                      market: { power: 0.3, source: { judgement: a test } }
                    groups: { chips
                    """
                ),
                ("{ market: 1.5 }", "{ market: 1.5, power: -0.1 }"),
                (
                    "  cash: {",
                    """
                      stake:
                        name: Stake
                        kind: private
                        volatility: 0.9
                        exposures: { market: 1 }
                        exits:
                          listing: { probability: 0.1, within: 2y, multiple: { pert: [0.5, 1.5, 4] } }
                          failure: { probability: 0.06, within: 2y, multiple: { pert: [0, 0.05, 0.3] } }
                        source: { judgement: a test }
                      cash: {
                    """
                ),
                (
                    "checks:",
                    """
                    predictions:
                      up: { name: Up, claim: size, date: 2026-12-31, when: { factor: market, above: 1.1 }, source: { judgement: a test } }
                    checks:
                    """
                ),
                (
                    "effects: [{ on: chips, size: -0.3 }]\n    source: { judgement: a test }\n",
                    """
                    effects: [{ on: chips, size: { pert: [-0.5, -0.3, -0.1] }, recovery: { halfLife: 6m, share: 0.5 } }]
                        triggers: [{ event: dearth, hazardMultiple: 2, for: 12m }]
                        source: { judgement: a test }
                      dearth:
                        name: Dearth
                        summary: Power is dear.
                        claims: thesis/size
                        probability: 0.2
                        within: 1y
                        effects: [{ on: power, change: volatility, size: 0.5, recovery: { halfLife: 6m, share: 1 } }]
                        source: { judgement: a test }

                    """
                ),
                ("cash,400", "stake,1,100,USD\ncash,400")
            )
        )
        {
            ["grid.batch.yaml"] = """
                name: { en: A grid, zh-CN: 网格 }
                scenarios: [.]
                cases: [base, bull]
                portfolios: [core]
                seeds: [1, 2]
                paths: 1000
                measures: [median, es95]
                sweep:
                  risks.crash.probability: { from: 0, to: 0.8, step: 0.4 }
                  factors.market.volatility: [0.06, 0.18]

                """,
            ["points.batch.yaml"] = """
                name: Points
                scenarios: [.]
                paths: 1000
                design: { kind: latin-hypercube, points: 4, seed: 3 }
                sweep:
                  risks.crash.probability: { from: 0, to: 0.8 }
                  factors.market.start: { pert: [0.9, 1, 1.3] }

                """,
            ["sensitivity.batch.yaml"] = """
                scenarios: [.]
                paths: 1000
                sensitivity: { measure: es95, horizon: medium, portfolio: core, variant: as-held, spread: 0.2, keys: 1,
                  points: 16, resamples: 100 }

                """,
            ["prices.csv"] =
                "date,alpha,market\n2026-02-06,100,1\n2026-03-06,104,1.02\n2026-05-06,90,0.97\n2026-12-31,95,1.15\n2027-02-08,130,1.2\n",
            ["record.csv"] =
                "date,author,thesis,claim,prediction,run,probability,outcome\n"
                + "2025-12-31,not named,earlier,earlier/size,up,0123456789ab,0.25,true\n",
            ["outcomes.csv"] = "thesis,prediction,outcome\nthesis,up,true\n",
        };
}
