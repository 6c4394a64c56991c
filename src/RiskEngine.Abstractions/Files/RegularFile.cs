namespace RiskEngine.Abstractions.Files;

/// <summary>
/// The one door through which files of a user come in. Only regular files pass, up to a number of bytes that the caller states: a pipe
/// or a device could be waited for without end, or never end.
/// </summary>
public static class RegularFile
{
    /// <summary>Reads a whole file, perhaps an empty one.</summary>
    /// <param name="path">Where it is; links are followed.</param>
    /// <param name="mostBytes">The most bytes that are read; a file with more is a problem, and is not read.</param>
    /// <param name="problem">
    /// Why there is no content, to be said after the file's name: <c>does not exist</c>, <c>is a pipe: expected a regular file</c>;
    /// empty when there is.
    /// </param>
    /// <returns>The content, or null.</returns>
    public static byte[]? Read(string path, int mostBytes, out string problem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentOutOfRangeException.ThrowIfNegative(mostBytes);
        try
        {
            problem = Problem(path) ?? "";
            return problem.Length == 0 ? Content(path, mostBytes, out problem) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problem = $"cannot be read: {e.Message}";
            return null;
        }
    }

    /// <summary>Opens a file that is too large to be read whole.</summary>
    /// <param name="path">Where it is; links are followed.</param>
    /// <param name="problem">As for <see cref="Read"/>.</param>
    /// <returns>The file at its beginning, or null.</returns>
    public static Stream? Open(string path, out string problem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            problem = Problem(path) ?? "";
            if (problem.Length > 0)
                return null;
            var stream = File.OpenRead(path);
            if (stream.CanSeek)
                return stream;
            stream.Dispose(); // a pipe took its place since
            problem = "is a pipe: expected a regular file";
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problem = $"cannot be read: {e.Message}";
            return null;
        }
    }

    private static string? Problem(string path)
    {
        if (Directory.Exists(path))
            return "is a folder: expected a file";
        if (!File.Exists(path))
            return "does not exist";
        return FileKind.Of(path) is { } other ? $"is {other}: expected a regular file" : null;
    }

    /// <summary>Read to its end, for a length may be out of date or, below /proc, not known.</summary>
    private static byte[]? Content(string path, int mostBytes, out string problem)
    {
        problem = "";
        using var stream = File.OpenRead(path);
        if (!stream.CanSeek) // a pipe took its place since
        {
            problem = "is a pipe: expected a regular file";
            return null;
        }

        if (stream.Length > mostBytes)
        {
            problem = $"has {stream.Length} bytes; at most {mostBytes} are read";
            return null;
        }

        var known = new byte[stream.Length];
        var read = stream.ReadAtLeast(known, known.Length, throwOnEndOfStream: false);
        var next = stream.ReadByte();
        if (next < 0)
            return read == known.Length ? known : known[..read];
        using var grown = new MemoryStream();
        grown.Write(known);
        grown.WriteByte((byte)next);
        var buffer = new byte[1 << 16];
        while (grown.Length <= mostBytes && (read = stream.Read(buffer)) > 0)
            grown.Write(buffer, 0, read);
        if (grown.Length <= mostBytes)
            return grown.ToArray();
        problem = $"has more than {mostBytes} bytes, which are the most that are read";
        return null;
    }
}
