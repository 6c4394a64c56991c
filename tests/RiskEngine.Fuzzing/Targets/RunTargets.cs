namespace RiskEngine.Fuzzing.Targets;

/// <summary>What simulates, and what reads the files that simulating has left.</summary>
internal static class RunTargets
{
    private static readonly string[] few = ["--paths", "1000", "--threads", "1"];

    /// <summary>The readers.</summary>
    /// <param name="small">The folder of <see cref="Inputs.SmallScenario"/>.</param>
    public static IReadOnlyList<Target> Of(string small)
    {
        string[][] twoRuns =
        [
            ["run", "in", .. few, "--out", "reports"],
            ["run", "in", .. few, "--out", "reports", "--set", "risks.crash.probability=0.4"],
        ];
        string[][] twoShards =
        [
            ["shard", "in", .. few, "--index", "0", "--of", "2", "--out", "shards"],
            ["shard", "in", .. few, "--index", "1", "--of", "2", "--out", "shards"],
        ];
        return
        [
            new(
                "runs",
                [
                    new(small, "scenario.yaml", Run) { IsWork = true },
                    new(small, "market.yaml", Run) { IsWork = true },
                    new(small, "risks.yaml", Run) { IsWork = true },
                    new(small, "thesis.yaml", Run) { IsWork = true },
                    new(small, "core.csv", Run) { IsWork = true },
                ]
            ),
            new(
                "batches",
                [
                    new(
                        small,
                        "*.batch.yaml",
                        (_, f, _) =>
                            [
                                ["run", $"in/{f}", .. few, "--out", "out"],
                            ]
                    )
                    {
                        IsWork = true,
                    },
                ]
            ),
            new("results", [Stored("*.json") with { Before = twoRuns }, Stored("*") with { Before = twoRuns }]),
            new("scores", [Scored("prices.csv"), Scored("outcomes.csv"), Scored("record.csv")]),
            new(
                "shards",
                [
                    new(
                        small,
                        "*",
                        (_, _, _) =>
                            [
                                ["merge", "in", "shards", .. few, "--out", "out"],
                            ]
                    )
                    {
                        In = "shards",
                        Before = twoShards,
                    },
                ]
            ),
        ];

        static IReadOnlyList<string[]> Run(string place, string file, string other) =>
            [
                ["run", "in", .. few, "--out", "out"],
                ["explain", "in", .. few],
            ];

        TargetCase Stored(string pattern) =>
            new(
                small,
                pattern,
                (_, f, other) =>
                    [
                        ["compare", RunOf(f), RunOf(other), "--out", "reports", "--figures-only"],
                        ["compare", RunOf(other), RunOf(f), "--out", "reports", "--paths", "1000"],
                        ["score", RunOf(f), "in/prices.csv", "--out", "reports"],
                        ["list", "--out", "reports"],
                        ["list", "--out", "reports", "--rebuild"],
                        ["run", "in", .. few, "--out", "reports"],
                    ]
            )
            {
                In = "reports",
            };

        TargetCase Scored(string changed) =>
            new(
                small,
                changed,
                (place, _, _) => [Score(place), [.. Score(place), "--outcomes", "in/outcomes.csv", "--record", "in/record.csv"]]
            )
            {
                Before = [twoRuns[0]],
            };
    }

    /// <summary>Scores the only run that there is.</summary>
    private static string[] Score(string place)
    {
        var run = Path.GetFileName(Directory.GetDirectories(Path.Combine(place, "reports", "small")).Single());
        return ["score", $"reports/small/{run}", "in/prices.csv", "--out", "reports"];
    }

    /// <summary>The folder of the run that a file of it is in; that of all for the files beside them.</summary>
    private static string RunOf(string file) => "reports/" + string.Join('/', file.Split('/').Take(2));
}
