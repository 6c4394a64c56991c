using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Importing.Text;

/// <summary>A file that people bring, read whole.</summary>
/// <param name="Name">As the user named it, for messages.</param>
/// <param name="Bytes">Its content.</param>
public sealed record OutsideFile(string Name, byte[] Bytes)
{
    /// <summary>The largest file that is read: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a regular file with content; a device, a pipe, a folder or a file above the cap is an error.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="diagnostics">Takes the error.</param>
    /// <param name="mostBytes">The most bytes that are read.</param>
    /// <returns>The file, or null after an error.</returns>
    public static OutsideFile? Read(string path, string name, DiagnosticBag diagnostics, int mostBytes = MaxBytes)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var bytes = RegularFile.Read(path, mostBytes, out var problem);
        if (bytes is { Length: > 0 })
            return new OutsideFile(name, bytes);
        diagnostics.Error(new SourceLocation(name, bytes is null ? 0 : 1, bytes is null ? 0 : 1), Message(bytes, problem));
        return null;
    }

    /// <summary>Its content as text, in whatever character set; null after an error.</summary>
    public string? Text(DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (CharacterSet.Decode(Bytes) is { } decoded)
            return decoded.Text;
        diagnostics.Error(new SourceLocation(Name, 1, 1), "expected text, found bytes in no character set that is known: save it as UTF-8");
        return null;
    }

    private static string Message(byte[]? bytes, string problem) =>
        bytes is null ? $"the file {problem}" : "expected a file with content, found an empty one";
}
