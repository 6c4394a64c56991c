using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine list</c>: all runs with their key figures, on the screen and as a page.</summary>
internal static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var folder = ReportsOption.Create("folder of reports");
        var rebuild = new Option<bool>("--rebuild") { Description = "read every run again, and make the catalogue anew" };
        var command = new Command("list", "List all runs with their key figures, and write the page that lists them.") { folder, rebuild };
        command.SetAction((parsed, _) => ListAsync(parsed.GetRequiredValue(folder), parsed.GetValue(rebuild), environment));
        return command;
    }

    private static async Task<int> ListAsync(string reports, bool rebuild, CommandEnvironment environment)
    {
        if (ReportsOption.Problem(reports, environment) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);
        var content = await RunsPage.WriteAsync(reports, rebuild, environment, found => Show(found, environment));
        return content.Problems.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private static void Show(CatalogueContent content, CommandEnvironment environment)
    {
        environment.Output.Write(RunListScreen.Render(content));
        foreach (var damaged in content.Problems)
            environment.Error.WriteLine($"{damaged.Place}: error: {damaged.Reason}");
    }
}
