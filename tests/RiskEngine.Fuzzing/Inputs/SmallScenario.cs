namespace RiskEngine.Fuzzing.Inputs;

/// <summary>A scenario with something of every kind that runs in a fraction of a second, and batches of it.</summary>
internal static class SmallScenario
{
    /// <summary>Its files, each with its text.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        new Dictionary<string, string>
        {
            ["scenario.yaml"] = """
                id: small
                name: Small
                asOf: 2026-02-06
                currency: USD
                horizons: { short: 3m, medium: 12m }
                simulation: { paths: 1000, step: 1m, seed: 7 }
                riskFreeRate: 0.04
                copula: { degreesOfFreedom: 6 }
                source: { judgement: a sample }
                market: market.yaml
                theses: [thesis.yaml]
                risks: risks.yaml
                portfolios: [core.csv]
                cases:
                  base: { name: Base }
                  bull: { name: Bull, set: { factors.market.drift: 0.2 } }
                limits:
                  - { measure: es95, horizon: medium, portfolio: core, below: 0.9 }
                reverseStress: { worst: 0.05 }
                views:
                  calm: { name: Calm, mean: alpha, atLeast: 0.01, confidence: 0.5, source: { judgement: a sample } }
                uncertainty: { radii: [0.01, 0.05], source: { judgement: a sample } }
                optimise: { cap: 1, points: 3, source: { judgement: a sample } }

                """,
            ["market.yaml"] = """
                factors:
                  market: { name: Market, kind: geometric-brownian, volatility: { pert: [0.12, 0.16, 0.3] }, premium: 0.045,
                    source: { judgement: a sample } }
                  power: { name: Power, kind: ornstein-uhlenbeck, start: 0, mean: 0, halfLife: 1, volatility: 0.3,
                    source: { judgement: a sample } }
                correlations:
                  market: { power: 0.3, source: { judgement: a sample } }
                groups: { chips: { name: Chips } }
                instruments:
                  alpha:
                    name: Alpha
                    kind: equity
                    groups: [chips]
                    volatility: 0.4
                    exposures: { market: 1.5, power: -0.1 }
                    source: { judgement: a sample }
                  stake:
                    name: Stake
                    kind: private
                    volatility: 0.9
                    exposures: { market: 1 }
                    exits:
                      listing: { probability: 0.1, within: 2y, multiple: { pert: [0.5, 1.5, 4] } }
                      failure: { probability: 0.06, within: 2y, multiple: { pert: [0, 0.05, 0.3] } }
                    source: { judgement: a sample }
                  cash: { name: Cash, kind: cash }

                """,
            ["thesis.yaml"] = """
                article: { title: Chips, author: not named, published: 2026-01-30, file: chips.txt }
                summary: Chips grow.
                claims:
                  size: { line: 4, section: Size, says: The market grows by 85%. }
                recommendations:
                  buy-alpha: { name: Buy alpha, claims: [size], horizon: medium, verb: invest, targets: { alpha: 1 } }
                predictions:
                  up: { name: Up, claim: size, date: 2026-12-31, when: { factor: market, above: 1.1 }, source: { judgement: a sample } }
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
                    effects: [{ on: chips, size: { pert: [-0.5, -0.3, -0.1] }, recovery: { halfLife: 6m, share: 0.5 } }]
                    triggers: [{ event: dearth, hazardMultiple: 2, for: 12m }]
                    source: { judgement: a sample }
                  dearth:
                    name: Dearth
                    summary: Power is dear.
                    claims: thesis/size
                    probability: 0.2
                    within: 1y
                    effects: [{ on: power, change: volatility, size: 0.5, recovery: { halfLife: 6m, share: 1 } }]
                    source: { judgement: a sample }

                """,
            ["core.csv"] = "instrument,quantity,price,currency\nalpha,6,100,USD\nstake,1,100,USD\ncash,400,1,USD\n",
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
