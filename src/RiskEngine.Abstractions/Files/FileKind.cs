using System.Formats.Tar;

namespace RiskEngine.Abstractions.Files;

/// <summary>Tells a regular file from a pipe, a socket and a device, without opening it: opening a pipe may wait without end.</summary>
internal static class FileKind
{
    /// <summary>Where the header of a tar archive has the kind of its entry (POSIX.1-2017, pax, "ustar Interchange Format").</summary>
    private const int TypeFlag = 156;

    /// <summary>What an existing path is instead of a regular file, with its article; null for a regular file.</summary>
    public static string? Of(string path)
    {
        if (OperatingSystem.IsWindows())
            return null; // its pipes and devices do not exist as files

        // Links in /proc/self/fd and /dev/fd lead to names such as 'pipe:[123]', which are no files.
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        if (!File.Exists(target))
            return "a pipe or a socket";

        // What is no regular file has no length. Of the rest, empty files among them, .NET tells the kind in one place: where it
        // writes archives.
        return new FileInfo(target).Length > 0 ? null : OfEmpty(target);
    }

    private static string? OfEmpty(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var tar = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true);
            tar.WriteEntry(path, "x");
        }
        catch (IOException)
        {
            return "a socket"; // which an archive cannot hold
        }

        return archive.GetBuffer()[TypeFlag] switch
        {
            (byte)TarEntryType.Fifo => "a pipe",
            (byte)TarEntryType.CharacterDevice or (byte)TarEntryType.BlockDevice => "a device",
            _ => null,
        };
    }
}
