using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Positions;
using RiskEngine.Importing.Prices;
using RiskEngine.Importing.Securities;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Tests;

/// <summary>Files of our own making, faithful to the forms of brokers and vendors; no file of anybody's.</summary>
internal static class Sample
{
    private static readonly Lazy<SecurityList> securities = new(() => new SecurityList(ShippedSecurities.Read()));

    private static readonly Lazy<FormatCatalogue> formats = new(() => FormatCatalogue.Load(null, new DiagnosticBag())!);

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);

    public static OutsideFile File(string name) => new(Path.GetFileName(name), System.IO.File.ReadAllBytes(PathOf(name)));

    public static OutsideFile Text(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text));

    public static ImportOptions Options(string? currency = null) =>
        new()
        {
            Formats = formats.Value,
            Securities = securities.Value,
            Currency = currency,
        };

    public static (PositionImport? Import, IReadOnlyList<Diagnostic> Findings) Positions(OutsideFile file, string? currency = null)
    {
        var found = new DiagnosticBag();
        var import = new PositionImporter(Options(currency)).Read([file], found);
        return (import, found.Sorted());
    }

    public static (PriceImport? Import, IReadOnlyList<Diagnostic> Findings) Prices(params OutsideFile[] files)
    {
        var found = new DiagnosticBag();
        var import = new PriceImporter(new PriceOptions()).Read(files, found);
        return (import, found.Sorted());
    }

    public static string Lines(IEnumerable<Diagnostic> findings) => string.Join('\n', findings);
}
