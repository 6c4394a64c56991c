using System.CommandLine;

namespace RiskEngine.Cli.Options;

/// <summary>The folder of reports of commands that read what runs left.</summary>
internal static class ReportsOption
{
    /// <summary>The option; <c>reports</c> unless given, as for <c>run</c>.</summary>
    public static Option<string> Create(string description) =>
        new("--out")
        {
            Description = description,
            HelpName = "DIR",
            DefaultValueFactory = _ => "reports",
        };

    /// <summary>Why there is no such folder, or null.</summary>
    public static string? Problem(string reports, CommandEnvironment environment) =>
        !string.IsNullOrWhiteSpace(reports) && Directory.Exists(environment.FullPath(reports))
            ? null
            : $"--out: expected a folder of reports, found no folder '{reports}'";
}
