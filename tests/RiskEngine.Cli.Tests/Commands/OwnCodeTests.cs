using System.Text.Json;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>Scenarios that bring code: data alone runs nothing.</summary>
public sealed class OwnCodeTests
{
    private const string Source = """
        using RiskEngine.Abstractions.Factors;
        using RiskEngine.Abstractions.Identity;
        using RiskEngine.Abstractions.Time;

        namespace Own;

        public sealed class Walk : FactorKind
        {
            public override string Name => "walk";
            public override LocalText Summary => LocalText.Same("A random walk.");
            public override string Equation => "X(t+h) = X(t) + sigma sqrt(h) Z";
            public override string Reference => "a test";
            public override FactorScale Scale => FactorScale.Log;
            public override IReadOnlyList<ParameterSpec> Parameters { get; } =
                [new("volatility", "a square root of a year", 0, 5, null, LocalText.Same("sigma"))];
            public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => new Process(factor, grid);

            private sealed class Process(RiskFactor factor, TimeGrid grid) : FactorProcess
            {
                public override double Expected(int date) => 0;
                public override double Loading(int step, int date) => factor.Parameter("volatility").Mean * Math.Sqrt(grid.StepYears(step));
                public override void Start(in FactorBlock block) => block.X.Clear();
                public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
                {
                    for (var i = 0; i < block.PathCount; i++)
                        block.X[i] += block.Parameter(0)[i] * Math.Sqrt(grid.StepYears(step)) * normals[i];
                }
            }
        }
        """;

    private static readonly string[][] commands =
    [
        ["run", "tiny"],
        ["validate", "tiny"],
        ["explain", "tiny"],
        ["factors", "--scenario", "tiny"],
    ];

    [TestCaseSource(nameof(commands))]
    public void Without_consent_nothing_runs_and_what_would_run_is_listed_with_its_hash(string[] command)
    {
        using var folder = Scenario();

        var answer = folder.Run(command);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder.PathOf("tiny/factors/Walk.cs")))
        );
        Assert.That(
            answer.Error,
            Does.StartWith(
                $"tiny/factors/Walk.cs: error: the scenario brings code, which runs only with --allow-code; it would run "
                    + $"factors/Walk.cs (SHA-256 {hash})\n"
            )
        );
        Assert.That(folder.Has("reports"), Is.False);
    }

    [TestCaseSource(nameof(commands))]
    public void With_consent_it_runs(string[] command)
    {
        using var folder = Scenario();

        var answer = folder.Run([.. command, "--allow-code"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
    }

    [Test]
    public void Its_kinds_are_explained_like_any_other()
    {
        using var folder = Scenario();

        var answer = folder.Run("factors", "walk", "--scenario", "tiny", "--allow-code");

        Assert.That(answer.Output, Does.Contain("A random walk.").And.Contain("X(t+h) = X(t) + sigma sqrt(h) Z"));
    }

    [Test]
    public void Code_is_an_input_of_the_run_and_decides_its_id()
    {
        using var folder = Scenario();
        var first = folder.Run("run", "tiny", "--allow-code").LastLine;
        folder.Write("tiny/factors/Walk.cs", Source + "\n// another version\n");

        var second = folder.Run("run", "tiny", "--allow-code").LastLine;

        Assert.That(second, Is.Not.EqualTo(first));
        using var manifest = JsonDocument.Parse(folder.Read(Path.Combine(Path.GetDirectoryName(second)!, "manifest.json")));
        var inputs = manifest.RootElement.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("path").GetString());
        Assert.That(inputs, Does.Contain("factors/Walk.cs").And.Contain("market.yaml"));
        Assert.That(manifest.RootElement.GetProperty("command").GetString(), Does.Contain("--allow-code"));
    }

    [Test]
    public void What_the_compiler_refuses_is_bad_input_with_file_line_and_column()
    {
        using var folder = Scenario(("block.X.Clear()", "block.X.Clean()"));

        var answer = folder.Run("validate", "tiny", "--allow-code");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.StartWith("tiny/factors/Walk.cs:22:").And.Contain("'Clean'").And.Contain("CS1061"));
    }

    [Test]
    public void A_name_of_the_engines_own_is_taken()
    {
        using var folder = Scenario(("\"walk\"", "\"geometric-brownian\""));

        Assert.That(
            folder.Run("validate", "tiny", "--allow-code").Error,
            Does.StartWith("tiny/factors/Walk.cs: error: factor kind 'geometric-brownian': expected a name of its own")
        );
    }

    [Test]
    public void A_process_that_fails_stops_the_run_and_is_named_with_factor_step_and_path()
    {
        using var folder = Scenario(("Math.Sqrt(grid.StepYears(step)) * normals[i];", "(i == 9 && step == 4 ? double.NaN : 0);"));

        var answer = folder.Run("run", "tiny", "--allow-code", "--threads", "1");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.UnexpectedFailure));
        Assert.That(
            answer.Error,
            Does.Contain("factor 'mood' of kind 'walk' (factors/Walk.cs), step 4: expected a finite x, found NaN (path 9); the log is ")
        );
        Assert.That(folder.FilesIn("reports"), Has.All.EndsWith("log.txt"));
    }

    [Test]
    public void A_factor_that_may_be_dropped_lets_the_run_go_on_with_a_loud_note()
    {
        using var folder = Scenario(("Math.Sqrt(grid.StepYears(step)) * normals[i];", "(i == 9 && step == 4 ? double.NaN : 0);"));
        folder.Write("tiny/market.yaml", folder.Read("tiny/market.yaml").Replace("kind: walk,", "kind: walk, onFailure: drop,"));

        var answer = folder.Run("run", "tiny", "--allow-code");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            answer.Output,
            Does.Contain("DROPPED: factor mood, for its code failed: factor 'mood' of kind 'walk' (factors/Walk.cs), step 4:")
                .And.Contain("(path 9)")
        );
        var report = folder.Read(Path.Combine(Path.GetDirectoryName(answer.LastLine)!, "report.md"));
        Assert.That(report, Does.Contain("A factor was dropped: Mood").And.Contain("the factor is dropped, as 'onFailure' says"));
        Assert.That(folder.Run("validate", "tiny", "--allow-code").Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public void A_factor_that_fails_in_one_shard_is_dropped_in_all_as_in_the_run_of_one_process()
    {
        // One or two paths in a thousand: most shards do not fail by themselves.
        using var folder = Scenario(
            ("Math.Sqrt(grid.StepYears(step)) * normals[i];", "(step == 4 && normals[i] > 2.9 ? double.NaN : 0.01 * normals[i]);")
        );
        folder.Write("tiny/market.yaml", folder.Read("tiny/market.yaml").Replace("kind: walk,", "kind: walk, onFailure: drop,"));
        string[] run = ["run", "tiny", "--allow-code", "--measures-only"];
        var whole = folder.Run([.. run, "--out", "whole"]);

        var parts = folder.Run([.. run, "--out", "parts", "--on", "local", "--shards", "3"]);

        Assert.That(parts.Code, Is.EqualTo(ExitCode.Done), parts.Error);
        Assert.That(
            parts.Error,
            Does.Contain("expected a finite x, found NaN (path ").And.Contain("); the factor is dropped, as 'onFailure' says")
        );
        Assert.That(folder.FilesIn("parts"), Is.EqualTo(folder.FilesIn("whole")));
        var results = folder.FilesIn("whole").Single(f => f.EndsWith("results.json", StringComparison.Ordinal));
        Assert.That(folder.Read($"parts/{results}"), Is.EqualTo(folder.Read($"whole/{results}")), whole.Error);
    }

    [Test]
    public void A_library_is_named_on_the_command_line_or_in_the_scenario_and_missing_ones_are_told()
    {
        using var folder = Scenario();
        folder.Write("tiny/scenario.yaml", folder.Read("tiny/scenario.yaml") + "plugins: [none.dll]\n");

        Assert.That(
            folder.Run("validate", "tiny", "--plugin", "gone.dll").Error,
            Does.StartWith("--plugin gone.dll: error: the file does not exist\n1 error")
        );
        Assert.That(
            folder.Run("validate", "tiny", "--allow-code").Error,
            Does.Contain("scenario, 'plugins': the file 'none.dll' does not exist")
        );
    }

    /// <summary>The tiny scenario with a factor of a kind from factors/Walk.cs.</summary>
    private static TestFolder Scenario(params (string Before, string After)[] changes)
    {
        var folder = new TestFolder();
        TinyScenario.Write(
            folder,
            "tiny",
            ("groups: {", "  mood: { name: Mood, kind: walk, volatility: 0.1, source: { judgement: a test } }\ngroups: {"),
            ("exposures: { market: 1.5 }", "exposures: { market: 1.5, mood: 0.5 }")
        );
        folder.Write("tiny/factors/Walk.cs", changes.Aggregate(Source, (text, change) => text.Replace(change.Before, change.After)));
        return folder;
    }
}
