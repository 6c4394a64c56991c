using System.CommandLine;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Comparing;
using RiskEngine.Reporting;
using RiskEngine.Reporting.Comparing;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine compare A B</c>: what differs between two runs, what is noise, and why.</summary>
internal static class CompareCommand
{
    private const int DefaultPaths = 16_384;

    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var before = new Argument<string>("before")
        {
            Description = "the earlier run: its folder, scenario/run, or the beginning of its id",
        };
        var after = new Argument<string>("after") { Description = "the later run, likewise" };
        var paths = NumberOption.Create(
            "--paths",
            1_000,
            1_000_000,
            $"paths of each simulation that tells why (default: {DefaultPaths:N0})"
        );
        var threads = NumberOption.Create("--threads", 1, 1_024, "number of threads (default: one a core)");
        var figuresOnly = new Option<bool>("--figures-only") { Description = "hold the figures against each other, and simulate nothing" };
        var folder = ReportsOption.Create("folder of reports");
        var code = new CodeOptions();
        var quiet = new Option<bool>("--quiet") { Description = "print nothing but the page's path" };
        var command = new Command("compare", "Compare two runs: what changed, what is only noise, and which inputs did it.")
        {
            before,
            after,
            paths,
            threads,
            figuresOnly,
            folder,
            code.AllowCode,
            code.Plugins,
            code.Patience,
            quiet,
        };
        command.SetAction(
            (parsed, cancel) =>
                CompareAsync(
                    new Settings(
                        parsed.GetRequiredValue(before),
                        parsed.GetRequiredValue(after),
                        parsed.GetValue(paths) ?? DefaultPaths,
                        parsed.GetValue(threads),
                        parsed.GetValue(figuresOnly),
                        parsed.GetRequiredValue(folder),
                        code.Of(parsed),
                        parsed.GetValue(quiet)
                    ),
                    environment,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> CompareAsync(Settings settings, CommandEnvironment environment, CancellationToken cancel)
    {
        if (ReportsOption.Problem(settings.Out, environment) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);
        if (
            StoredRuns.Read(settings.Before, settings.Out, environment) is not { } before
            || StoredRuns.Read(settings.After, settings.Out, environment) is not { } after
        )
        {
            return ExitCode.BadInput;
        }

        var comparison = RunComparer.Compare(before, after, InputComparison.Of(before, after));
        var explained = await Task.Run(() => Explain(comparison, settings, environment, cancel), cancel);
        var folder = ComparisonReportWriter.FolderOf(environment.FullPath(settings.Out), explained);
        try
        {
            await ComparisonReportWriter.WriteAsync(explained, folder, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(settings.Out, e);
        }

        if (!settings.Quiet)
            environment.Output.Write(CompareScreen.Render(explained));
        environment.WriteLine(environment.DisplayPath(Path.Combine(folder, "comparison.html")));
        return ExitCode.Done;
    }

    private static RunComparison Explain(
        RunComparison comparison,
        Settings settings,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        var remarks = ComparisonRemarks.Of(comparison).ToList();
        if (comparison.Before.Results.Cases.All(c => c.Id != "base") || comparison.After.Results.Cases.All(c => c.Id != "base"))
        {
            remarks.Add(
                new LocalText("One of the runs has no base case, whose inputs are switched.", "其中一次运行没有基准情景，无法切换输入。")
            );
        }
        else if (settings.FiguresOnly)
        {
            remarks.Add(new LocalText("Inputs were not switched, as asked.", "按要求未切换输入。"));
        }
        else if (!InputComparison.HasSameCode(comparison.Before, comparison.After))
        {
            remarks.Add(new LocalText("The runs' own code differs, which cannot be switched.", "两次运行自带的代码不同，代码无法切换。"));
        }
        else if (
            KeptScenario.Load(comparison.Before, settings.Code, environment, out var problem) is { } before
            && KeptScenario.Load(comparison.After, settings.Code, environment, out problem) is { } after
        )
        {
            var progress = settings.Quiet ? null : new PlainProgress("compare", environment.Error, environment.Clock);
            var found = InputAttribution.Of(
                before.Engine,
                before.Scenario,
                after.Scenario,
                settings.Paths,
                settings.Threads,
                progress,
                cancel
            );
            return comparison with { Attribution = found, NotAttributed = [.. remarks, .. ComparisonRemarks.Of(found)] };
        }
        else
        {
            remarks.Add(ComparisonRemarks.NotSwitched(problem));
        }

        return comparison with
        {
            NotAttributed = remarks,
        };
    }

    /// <summary>What the user asked for.</summary>
    private sealed record Settings(
        string Before,
        string After,
        int Paths,
        int? Threads,
        bool FiguresOnly,
        string Out,
        CodeSettings Code,
        bool Quiet
    );
}
