using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Importing.Securities;

/// <summary>The security list that comes with the engine: well-known shares, funds, crypto assets and private companies.</summary>
public static class ShippedSecurities
{
    private static readonly string[] files = ["us.csv", "europe.csv", "asia.csv", "funds.csv", "crypto.csv", "private.csv"];

    /// <summary>Reads the list.</summary>
    /// <exception cref="InvalidDataException">A shipped file has an error; a test holds that none has.</exception>
    public static IReadOnlyList<Security> Read()
    {
        var diagnostics = new DiagnosticBag();
        var all = files.SelectMany(file => SecurityReader.Read(Text(file), file, diagnostics)).ToList();
        return diagnostics.HasErrors ? throw new InvalidDataException(diagnostics.Sorted()[0].ToString()) : all;
    }

    private static string Text(string file)
    {
        using var stream =
            typeof(ShippedSecurities).Assembly.GetManifestResourceStream($"securities/{file}")
            ?? throw new InvalidDataException($"expected the resource 'securities/{file}', found none");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
