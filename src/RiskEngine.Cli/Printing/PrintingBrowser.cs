using System.ComponentModel;
using System.Diagnostics;

namespace RiskEngine.Cli.Printing;

/// <summary>The user's own Chromium (or Chrome, or Edge), which prints a page as PDF without a window or a network.</summary>
/// <param name="executable">Its program file, a full path.</param>
internal sealed class PrintingBrowser(string executable)
{
    private static readonly string[] names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "msedge",
    ];

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    /// <summary>Finds the browser that was named, or one on the path.</summary>
    /// <param name="given">What the user named, a file or a command on the path; null for nothing.</param>
    /// <param name="environment">Where it is sought.</param>
    /// <param name="problem">Why there is none; empty where there is one.</param>
    public static PrintingBrowser? Find(string? given, CommandEnvironment environment, out string problem)
    {
        var endings = OperatingSystem.IsWindows() ? new[] { "", ".exe" } : [""];
        var folders = (environment.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var sought =
            from name in given is null ? names : [given]
            from folder in Path.GetFileName(name) == name ? folders : [environment.Folder]
            from ending in endings
            select Path.GetFullPath(name + ending, Path.GetFullPath(folder, environment.Folder));
        var found = sought.FirstOrDefault(File.Exists);
        problem =
            found is not null ? ""
            : given is null ? $"--pdf: expected a browser on the path ({string.Join(", ", names)}), found none; name one by --browser"
            : $"--browser: expected the program of Chromium, Chrome or Edge, found no file '{given}'";
        return found is null ? null : new PrintingBrowser(found);
    }

    /// <summary>Prints a page.</summary>
    /// <param name="page">The page's address.</param>
    /// <param name="pdf">The file to write, a full path; an older one is replaced once the new one is whole.</param>
    /// <param name="environment">Who knows of what is made on the way.</param>
    /// <param name="cancel">Ends the browser.</param>
    /// <exception cref="PrintFailedException">The browser printed nothing.</exception>
    public async Task PrintAsync(Uri page, string pdf, CommandEnvironment environment, CancellationToken cancel)
    {
        // Beside the file, so that a rename puts it there, whole or not at all.
        var own = $"{pdf}.printing";
        environment.Temporary.Add(own);
        Directory.CreateDirectory(own);
        try
        {
            var printed = Path.Combine(own, "printed.pdf");
            var said = await RunAsync(page, printed, own, cancel);
            if (!File.Exists(printed))
                throw new PrintFailedException($"{executable} printed nothing: {said}");
            File.Move(printed, pdf, overwrite: true);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
            environment.Temporary.Remove(own);
        }
    }

    /// <summary>Runs the browser to its end.</summary>
    /// <returns>The last line that it said.</returns>
    private async Task<string> RunAsync(Uri page, string pdf, string profile, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(executable)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] words =
        [
            "--headless",
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            "--no-first-run",
            $"--user-data-dir={Path.Combine(profile, "profile")}",
            // The sandbox does not start for root, whose pages are the program's own here.
            .. Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? ["--no-sandbox"] : Array.Empty<string>(),
            "--no-pdf-header-footer",
            $"--print-to-pdf={pdf}",
            page.AbsoluteUri,
        ];
        foreach (var word in words)
            start.ArgumentList.Add(word);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var (output, error) = (
                    process.StandardOutput.ReadToEndAsync(limit.Token),
                    process.StandardError.ReadToEndAsync(limit.Token)
                );
                await process.WaitForExitAsync(limit.Token);
                return $"{(await output).Trim()}\n{(await error).Trim()}".Trim().Split('\n')[^1];
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
        catch (Win32Exception e)
        {
            throw new PrintFailedException($"{executable} could not be started: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new PrintFailedException($"{executable} did not end within {patience.TotalMinutes} minutes", e);
        }
    }
}
