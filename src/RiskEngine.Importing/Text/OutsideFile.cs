using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Text;

/// <summary>A file that people bring, read whole.</summary>
/// <param name="Name">As the user named it, for messages.</param>
/// <param name="Bytes">Its content.</param>
public sealed record OutsideFile(string Name, byte[] Bytes)
{
    /// <summary>The largest file that is read: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a regular file; a device, a pipe, a folder or a file above <see cref="MaxBytes"/> is an error.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="diagnostics">Takes the error.</param>
    /// <returns>The file, or null after an error.</returns>
    public static OutsideFile? Read(string path, string name, DiagnosticBag diagnostics)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            if (Problem(path) is { } problem)
                return Refuse(problem);
            using var stream = File.OpenRead(path);
            if (stream.Length > MaxBytes)
                return Refuse($"the file has {stream.Length} bytes; at most {MaxBytes} are read");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new OutsideFile(name, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refuse($"the file cannot be read: {e.Message}");
        }

        OutsideFile? Refuse(string message)
        {
            diagnostics.Error(new SourceLocation(name), message);
            return null;
        }
    }

    /// <summary>Pipes and devices have no length; opening one could wait for ever, so they are refused before that.</summary>
    private static string? Problem(string path)
    {
        if (Directory.Exists(path))
            return "expected a file, found a folder";
        if (!File.Exists(path))
            return "the file does not exist";
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        return new FileInfo(target).Length > 0 ? null : "expected a file with content, found an empty one, a pipe or a device";
    }
}
