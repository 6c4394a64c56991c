using System.CommandLine;
using RiskEngine.Batches.Jobs;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine prune</c>: removes the figures of finished jobs that no batch has used for long.</summary>
internal static class PruneCommand
{
    private const int Days = 30;

    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var folder = ReportsOption.Create("folder of reports");
        // What a batch that runs now has found must stay until its table is written: not less than a day.
        var unused = NumberOption.Create("--unused-for", 1, 36_500, $"days for which no batch has used them (default: {Days})");
        var command = new Command("prune", "Remove the figures of finished jobs that no batch has used for long.") { folder, unused };
        command.SetAction(parsed => Prune(parsed.GetRequiredValue(folder), parsed.GetValue(unused) ?? Days, environment));
        return command;
    }

    private static int Prune(string reports, int days, CommandEnvironment environment)
    {
        if (ReportsOption.Problem(reports, environment) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);
        var store = new JobStore(BatchRun.StoreIn(environment.FullPath(reports)));
        var before = environment.Clock.GetUtcNow().AddDays(-days);
        var pruned = FolderNotWritableException.Guard(reports, () => store.Prune(before));
        environment.WriteLine(
            $"{Figures.Counted(pruned.Removed, "finished job")} removed that no batch has used for {Figures.Counted(days, "day")} "
                + $"({Figures.Counted(pruned.Bytes, "byte")}); {Figures.Count(pruned.Kept)} stay. Reports are as they were"
        );
        return ExitCode.Done;
    }
}
