using System.CommandLine;
using RiskEngine.Cli.Printing;

namespace RiskEngine.Cli.Options;

/// <summary>Whether the report's brief is printed as PDF, and by which browser.</summary>
internal sealed class PdfOptions
{
    private readonly Option<bool> pdf = new("--pdf")
    {
        Description = "print the report's brief (2 to 4 A4 pages) as brief.pdf and brief.zh-CN.pdf beside it, by your own Chromium",
    };

    private readonly Option<string?> browser = new("--browser")
    {
        Description = "with --pdf: the program of Chromium, Chrome or Edge (default: the first on the path)",
        HelpName = "PROGRAM",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(pdf);
        command.Add(browser);
    }

    /// <summary>The browser that prints; null where nothing is to be printed, or after a problem.</summary>
    public PrintingBrowser? Of(ParseResult parsed, CommandEnvironment environment, out string? problem)
    {
        problem = null;
        if (!parsed.GetValue(pdf))
        {
            if (parsed.GetValue(browser) is not null)
                problem = "--browser: expected --pdf beside it, found none";
            return null;
        }

        var found = PrintingBrowser.Find(parsed.GetValue(browser), environment, out var missing);
        problem = found is null ? missing : null;
        return found;
    }
}
