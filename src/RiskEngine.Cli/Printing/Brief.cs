namespace RiskEngine.Cli.Printing;

/// <summary>The brief of a report: the sheets that the page prints, as PDF beside it, in each language.</summary>
internal static class Brief
{
    private static readonly (string File, string Language)[] files = [("brief.pdf", "en"), ("brief.zh-CN.pdf", "zh")];

    /// <summary>Prints it.</summary>
    /// <param name="folder">The folder of the report.</param>
    /// <param name="browser">Who prints.</param>
    /// <param name="environment">Who knows of what is made on the way.</param>
    /// <param name="cancel">Ends the printing; what was printed stays.</param>
    /// <exception cref="PrintFailedException">The browser printed nothing.</exception>
    public static async Task PrintAsync(string folder, PrintingBrowser browser, CommandEnvironment environment, CancellationToken cancel)
    {
        var page = new Uri(Path.Combine(folder, "report.html")).AbsoluteUri;
        foreach (var (file, language) in files)
            await browser.PrintAsync(new Uri($"{page}#lang={language}"), Path.Combine(folder, file), environment, cancel);
    }
}
