using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Cli.Runs;

/// <summary>
/// Names a run by what decides its results, so that the same run lands in the same place: the first 12 hexadecimal digits of the SHA-256
/// over the engine's version, every input file's path and hash, and the options that change results.
/// </summary>
internal static class RunId
{
    private const int Length = 12;

    /// <summary>The id: 12 lower-case hexadecimal digits.</summary>
    /// <param name="version">Version of the engine.</param>
    /// <param name="inputs">The files that were read, in any order.</param>
    /// <param name="options">The options that change results, by name, in any order.</param>
    public static string Of(string version, IEnumerable<InputFile> inputs, IEnumerable<KeyValuePair<string, string>> options)
    {
        var text = new StringBuilder();
        Append(text, "version", version);
        foreach (var input in inputs.OrderBy(i => i.Path, StringComparer.Ordinal))
            Append(text, input.Path, input.Sha256);
        foreach (var (name, value) in options.OrderBy(o => o.Key, StringComparer.Ordinal))
            Append(text, name, value);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }

    /// <summary>Lengths come first, so that no two lists of fields give one text.</summary>
    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}={value.Length}:{value};");
}
