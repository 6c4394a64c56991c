using System.CommandLine;
using RiskEngine.Cli.Drafts;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Reporting;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine quick positions.csv</c>: holdings in, report out; the scenario between is drafted and kept.</summary>
internal static class QuickCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var positions = new Argument<string>("positions.csv")
        {
            Description = "holdings: a broker's export, or a table with symbol, quantity, price and currency",
        };
        var holdings = new HoldingsOptions();
        var folder = new Option<string>("--out")
        {
            Description = "folder that reports go under",
            HelpName = "DIR",
            DefaultValueFactory = _ => "reports",
        };
        var paths = new Option<int?>("--paths") { Description = "number of paths (default: 20000)", HelpName = "N" };
        var quiet = new Option<bool>("--quiet") { Description = "print nothing but the report's path" };
        var command = new Command("quick", "Report what can happen to holdings: no scenario needed.") { positions };
        holdings.AddTo(command);
        command.Options.Add(folder);
        command.Options.Add(paths);
        command.Options.Add(quiet);
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    parsed.GetRequiredValue(positions),
                    holdings.Of(parsed),
                    parsed.GetRequiredValue(folder),
                    parsed.GetValue(paths),
                    parsed.GetValue(quiet),
                    environment,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string file,
        HoldingsSettings settings,
        string folder,
        int? paths,
        bool quiet,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrWhiteSpace(folder))
            return UsageErrors.Refuse("--out: expected a folder, found nothing", environment.Error);
        if (paths is < 1000 or > 100_000_000)
            return UsageErrors.Refuse($"--paths: expected 1,000 to 100,000,000, found {paths}", environment.Error);
        var id = IdOf(file);
        var drafting = new HoldingsDrafting(settings, environment);
        if (drafting.Draft(file, id, Path.GetFileName(file), "") is not { } draft)
            return ExitCode.BadInput;
        var scenario = Path.Combine(folder, id, "scenario");
        FolderNotWritableException.Guard(folder, () => DraftFolder.Write(draft.Scenario, environment.FullPath(scenario)));
        if (!quiet)
        {
            environment.Output.Write(ImportScreen.Render(drafting.Import!));
            environment.WriteLine(DraftFolder.Summary(draft));
            environment.WriteLine($"The scenario behind the report, written anew by each 'quick': {scenario}");
        }

        return await RunCommand.RunAsync(
            new RunSettings
            {
                Scenarios = [scenario],
                Cases = [],
                Paths = paths,
                Out = folder,
                Set = [],
                Outcomes = OutcomeFormat.Npy,
                Quiet = quiet,
            },
            environment,
            cancel
        );
    }

    /// <summary><c>quick-positions</c> of <c>My Positions (2).csv</c> is <c>quick-my-positions-2</c>.</summary>
    private static string IdOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        var words = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Split(
            '-',
            StringSplitOptions.RemoveEmptyEntries
        );
        var id = string.Join('-', words.Prepend("quick"));
        return id.Length <= 60 ? id : id[..60].TrimEnd('-');
    }
}
