using System.Reflection;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Formats;

/// <summary>The formats that are known: those that ship and those of the user, who comes first.</summary>
public sealed class FormatCatalogue
{
    /// <summary>The largest format file that is read: 1 MiB.</summary>
    private const int MaxBytes = 1024 * 1024;

    private const string Prefix = "Formats/";
    private const string VocabularyName = Prefix + "vocabulary.yaml";

    private FormatCatalogue(IReadOnlyList<Format> all, Vocabulary vocabulary)
    {
        All = all;
        Vocabulary = vocabulary;
    }

    /// <summary>The formats, those of the user first.</summary>
    public IReadOnlyList<Format> All { get; }

    /// <summary>The headings and words that all formats share.</summary>
    internal Vocabulary Vocabulary { get; }

    /// <summary>The formats that ship, and those that a folder of the user describes (<c>*.yaml</c>).</summary>
    /// <param name="folder">The user's folder, or null.</param>
    /// <param name="diagnostics">Takes what is wrong with the user's files.</param>
    /// <returns>The catalogue, or null after errors.</returns>
    public static FormatCatalogue? Load(string? folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var formats = new List<Format>();
        var found = new DiagnosticBag();
        if (folder is not null && !Directory.Exists(folder))
        {
            found.Error(new SourceLocation("--formats"), $"expected a folder with format files (*.yaml), found nothing at '{folder}'");
        }
        else if (folder is not null)
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(path);
                if (
                    OutsideFile.Read(path, name, found, MaxBytes)?.Text(found) is { } text
                    && FormatFile.Read(text, name, found) is { } format
                )
                {
                    formats.Add(format with { IsOwn = true });
                }
            }
        }

        foreach (var name in Shipped())
        {
            if (FormatFile.Read(Resource(name), name[Prefix.Length..], found) is { } format)
                formats.Add(format);
        }

        foreach (var finding in found.Sorted())
            diagnostics.Add(finding);
        return found.HasErrors ? null : new FormatCatalogue(formats, FormatFile.ReadVocabulary(Resource(VocabularyName)));
    }

    private static IEnumerable<string> Shipped() =>
        typeof(FormatCatalogue)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n != VocabularyName)
            .Order(StringComparer.Ordinal);

    private static string Resource(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Expected the resource '{name}' in the assembly, found none.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
