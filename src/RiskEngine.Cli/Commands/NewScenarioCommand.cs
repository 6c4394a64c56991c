using System.CommandLine;
using RiskEngine.Cli.Drafts;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine new scenario NAME</c>: a small scenario that runs at once, from holdings or a few funds.</summary>
internal static class NewScenarioCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var name = new Argument<string>("name")
        {
            Description = "what its folder is called: lower-case words of letters and digits, such as my-funds",
        };
        var portfolio = new Option<string?>("--portfolio")
        {
            Description = "holdings: a broker's export or a table with symbol and quantity (default: a few funds to begin with)",
            HelpName = "FILE",
        };
        var holdings = new HoldingsOptions();
        var theme = new Option<string?>("--theme") { Description = "what your thesis is about", HelpName = "TEXT" };
        var folder = new Option<string>("--out")
        {
            Description = "folder to write in",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("scenario", "Write a small scenario that runs at once.") { name, portfolio };
        holdings.AddTo(command);
        command.Options.Add(theme);
        command.Options.Add(folder);
        command.SetAction(parsed =>
            Write(
                parsed.GetRequiredValue(name),
                parsed.GetValue(portfolio),
                holdings.Of(parsed),
                parsed.GetValue(theme) ?? "",
                parsed.GetRequiredValue(folder),
                environment
            )
        );
        return command;
    }

    private static int Write(
        string name,
        string? portfolio,
        HoldingsSettings settings,
        string theme,
        string folder,
        CommandEnvironment environment
    )
    {
        if (!IsId(name))
        {
            return UsageErrors.Refuse(
                $"name: expected lower-case words of letters and digits joined by '-' or '.', found '{name}'",
                environment.Error
            );
        }

        var target = Path.Combine(folder, name);
        if (Path.Exists(environment.FullPath(target)))
            return UsageErrors.Refuse($"expected a new name, found '{target}' there already", environment.Error);
        var title = theme.Length > 0 ? theme : name;
        var drafting = new HoldingsDrafting(settings, environment);
        if (drafting.Draft(portfolio, "", title, theme) is not { } draft)
            return ExitCode.BadInput;
        if (drafting.Import is { } import)
            environment.Output.Write(ImportScreen.Render(import));
        foreach (
            var path in FolderNotWritableException.Guard(folder, () => DraftFolder.Write(draft.Scenario, environment.FullPath(target)))
        )
        {
            environment.WriteLine(environment.DisplayPath(path));
        }

        environment.WriteLine("");
        environment.WriteLine(DraftFolder.Summary(draft));
        environment.WriteLine("To go on:");
        environment.WriteLine($"  riskengine run {ShellWord.Quoted(target)}");
        environment.WriteLine($"  riskengine explain {ShellWord.Quoted(target)}");
        return ExitCode.Done;
    }

    private static bool IsId(string name) =>
        name.Length <= 64 && name.Split('-', '.').All(w => w.Length > 0 && w.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)));
}
