using System.Diagnostics;

namespace RiskEngine.Cli.Tests;

/// <summary>A disk of a megabyte, in a folder.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    /// <summary>Makes one; null where this user may not.</summary>
    public static SmallDisk? At(string folder)
    {
        Directory.CreateDirectory(folder);
        return OperatingSystem.IsLinux() && Did("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) ? new SmallDisk(folder) : null;
    }

    /// <summary>Writes until nothing fits any more.</summary>
    public void Fill()
    {
        using var file = File.Create(Path.Combine(folder, "full"), bufferSize: 0);
        try
        {
            while (true)
                file.Write(new byte[1024]);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void Dispose() => Did("umount", folder);

    private static bool Did(string command, params string[] args)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, args) { UseShellExecute = false, RedirectStandardError = true }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
