namespace RiskEngine.Fuzzing.Targets;

/// <summary>The readers of the program, with the files of the repository as seeds.</summary>
public static class AllTargets
{
    /// <summary>The readers.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="own">The folder of <see cref="Inputs.SeedFiles"/>.</param>
    public static IReadOnlyList<Target> Of(string root, string own)
    {
        var samples = Path.Combine(root, "tests", "RiskEngine.Importing.Tests", "Samples");
        var articles = Path.Combine(root, "tests", "RiskEngine.Articles.Tests", "Articles");
        var scenarios = Path.Combine(root, "scenarios");
        string Own(string kind) => Path.Combine(own, kind);
        return
        [
            new(
                "scenario",
                [
                    .. new[] { "bonds-options-fx", "ai-chips-2026" }.Select(s =>
                        Folder(
                            Path.Combine(scenarios, s),
                            "*.yaml",
                            _ =>
                                [
                                    ["validate", "in"],
                                    ["explain", "in", "--plan", "json"],
                                ]
                        )
                    ),
                ]
            ),
            new(
                "portfolio",
                [
                    Folder(
                        Path.Combine(scenarios, "ai-chips-2026"),
                        "*.csv",
                        _ =>
                            [
                                ["validate", "in"],
                                ["explain", "in", "--plan", "table"],
                            ]
                    ),
                ]
            ),
            new(
                "prices",
                [
                    Folder(
                        Path.Combine(samples, "prices"),
                        "*",
                        f =>
                            [
                                ["import", "prices", $"in/{f}", "--out", "out/prices.csv"],
                                ["import", "prices", "in", "--out", "out/prices.csv"],
                                ["calibrate", $"in/{f}", "--out", "out/market.yaml"],
                            ]
                    ),
                    Folder(
                        Own("prices"),
                        "prices.csv",
                        f =>
                            [
                                ["calibrate", $"in/{f}", "--out", "out/market.yaml"],
                                ["calibrate", $"in/{f}", "--benchmark", "A", "--kind", "garch", "--out", "out/market.yaml"],
                                ["backtest", $"in/{f}", "--window", "100", "--model", "normal", "--out", "out"],
                            ]
                    ),
                ]
            ),
            new(
                "positions",
                [
                    Folder(
                        Path.Combine(samples, "positions"),
                        "*",
                        f =>
                            [
                                ["import", "positions", $"in/{f}", "--out", "out/p.csv"],
                                New(f),
                            ]
                    ),
                ]
            ),
            new(
                "articles",
                [
                    Folder(articles, "*.md", Read),
                    Folder(articles, "*.html", Read),
                    Folder(articles, "*.txt", Read),
                    Folder(Own("pdf"), "*.pdf", Read),
                ]
            ),
            new(
                "claims",
                [
                    Folder(
                        Own("claims"),
                        "claims.json",
                        _ =>
                            [
                                ["claims", "scenario"],
                                ["claims", "scenario", "--reject", "advice-1"],
                            ]
                    ) with
                    {
                        In = "scenario",
                        Before =
                        [
                            ["ingest", "in/article.md", "--as-of", "2026-02-06", "--out", "scenario"],
                        ],
                    },
                ]
            ),
            new(
                "formats",
                [
                    Folder(
                        Own("formats"),
                        "*",
                        _ =>
                            [
                                ["import", "positions", "in/positions.csv", "--formats", "in"],
                            ]
                    ),
                ]
            ),
            new(
                "quotes",
                [
                    Folder(
                        Own("quotes"),
                        "*",
                        f =>
                            [
                                ["fit", $"in/{f}", "--as-of", "2026-02-06"],
                            ]
                    ),
                ]
            ),
            new(
                "securities",
                [
                    Folder(
                        Own("securities"),
                        "securities.csv",
                        f =>
                            [
                                [.. New("positions.csv"), "--securities", $"in/{f}"],
                            ]
                    ),
                ]
            ),
            new(
                "plugins",
                [
                    Folder(
                        Path.Combine(scenarios, "custom-factors"),
                        "*.cs",
                        _ =>
                            [
                                ["validate", "in"],
                                ["factors", "--scenario", "in", "--allow-code"],
                            ]
                    ),
                    Folder(
                        Own("plugin"),
                        "*",
                        _ =>
                            [
                                ["validate", "in"],
                                ["schema", "--scenario", "in"],
                            ]
                    ),
                ]
            ),
            .. RunTargets.Of(Own("small")),
        ];

        static IReadOnlyList<string[]> Read(string file) =>
            [
                ["audit", $"in/{file}"],
                ["audit", $"in/{file}", "--json"],
                ["ingest", $"in/{file}", "--as-of", "2026-02-06", "--out", "out/scenario"],
            ];

        static string[] New(string file) =>
            ["new", "scenario", "mine", "--portfolio", $"in/{file}", "--as-of", "2026-02-06", "--currency", "USD", "--out", "out"];
    }

    private static TargetCase Folder(string folder, string pattern, Func<string, IReadOnlyList<string[]>> commands) =>
        new(folder, pattern, (_, file, _) => commands(file));
}
