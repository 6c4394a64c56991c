using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Reporting.Files;

/// <summary>Writes a folder whole or not at all: into a hidden sibling first, renamed when everything is there.</summary>
public static partial class AtomicFolder
{
    /// <summary>Fills a folder, replacing one of the same name.</summary>
    /// <param name="path">The folder as it shall be; its parents are made as needed.</param>
    /// <param name="fill">Writes the content into the folder that it is given.</param>
    /// <param name="cancellation">Ends the writing; then nothing is left.</param>
    /// <remarks>Whatever fails, the folder at <paramref name="path"/> is the older one or the new one, never a part. What a killed
    /// process left behind is cleared by the next write beside it.</remarks>
    public static async Task WriteAsync(string path, Func<string, CancellationToken, Task> fill, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fill);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(target) ?? throw new ArgumentException($"'{path}' has no parent folder.", nameof(path));
        Directory.CreateDirectory(parent);
        ClearLeftovers(parent);

        var part = Sibling(target, parent, "part");
        Directory.CreateDirectory(part);
        try
        {
            await fill(part, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Replace(target, part, parent);
        }
        catch
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
            throw;
        }
    }

    private static void Replace(string target, string part, string parent)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(part, target);
            return;
        }

        var old = Sibling(target, parent, "old");
        Directory.Move(target, old);
        try
        {
            Directory.Move(part, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }

    /// <summary>A hidden name that says which process it belongs to, so that a dead one's can be told.</summary>
    private static string Sibling(string target, string parent, string kind)
    {
        for (var number = 0; ; number++)
        {
            var path = Path.Combine(parent, $".{Path.GetFileName(target)}.{kind}-{Environment.ProcessId}-{number}");
            if (!Directory.Exists(path))
                return path;
        }
    }

    /// <summary>
    /// Removes what processes that are gone left in a folder, whatever they were writing; what was whole before comes back.
    /// </summary>
    /// <param name="parent">The folder that holds the folders that were written.</param>
    public static void ClearLeftovers(string parent)
    {
        ArgumentException.ThrowIfNullOrEmpty(parent);
        foreach (var folder in Directory.EnumerateDirectories(parent, ".*-*-*").Order(StringComparer.Ordinal))
        {
            if (Leftover().Match(Path.GetFileName(folder)) is not { Success: true } match)
                continue;
            if (!int.TryParse(match.Groups["process"].ValueSpan, CultureInfo.InvariantCulture, out var process) || IsRunning(process))
                continue;

            // Killed between the two renames: the older report is still whole, so it comes back.
            var target = Path.Combine(parent, match.Groups["target"].Value);
            if (match.Groups["kind"].Value == "old" && !Directory.Exists(target))
                Directory.Move(folder, target);
            else
                Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(
        @"^\.(?<target>.+)\.(?<kind>part|old)-(?<process>[0-9]+)-[0-9]+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Leftover();

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
