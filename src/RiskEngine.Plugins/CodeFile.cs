using System.Security.Cryptography;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Plugins;

/// <summary>A file with code, read once: what is hashed, shown to the user and run are the same bytes.</summary>
public sealed class CodeFile
{
    /// <summary>The largest file that is read, in bytes: 64 MiB.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    private CodeFile(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The file as the user knows it: relative to its scenario, or as given on the command line.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Its content.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Reads a file; null after an error.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The file as the user knows it.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static CodeFile? Read(string path, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (RegularFile.Read(path, MaxBytes, out var problem) is { } bytes)
            return new CodeFile(name, bytes);
        diagnostics.Error(new SourceLocation(name), $"the file {problem}");
        return null;
    }

    /// <summary>Its content as text; null when it is not UTF-8.</summary>
    internal string? Text()
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(Bytes),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
            );
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
