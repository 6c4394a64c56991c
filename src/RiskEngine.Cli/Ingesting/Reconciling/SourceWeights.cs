using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.Reconciling;
using RiskEngine.Loading.Scoring;

namespace RiskEngine.Cli.Ingesting.Reconciling;

/// <summary>What the user says of how much each article counts.</summary>
/// <param name="Weight">Each <c>ARTICLE=WEIGHT</c>.</param>
/// <param name="Supersedes">Each <c>NEWER=OLDER</c>.</param>
/// <param name="Record">The authors' record; null for none.</param>
internal sealed record SourceWeights(IReadOnlyList<string> Weight, IReadOnlyList<string> Supersedes, InputFile? Record)
{
    /// <summary>Nothing said.</summary>
    public static SourceWeights None { get; } = new([], [], null);

    /// <summary>The authors' records by name in capitals; errors go to the diagnostics.</summary>
    public IReadOnlyDictionary<string, AuthorRecord> Records(DiagnosticBag diagnostics)
    {
        var entries = Record is null ? [] : TrackRecordFile.Read(Record.Content, Record.Name, diagnostics);
        return (entries ?? [])
            .GroupBy(e => e.Author.ToUpperInvariant())
            .ToDictionary(g => g.Key, g => AuthorRecord.Of([.. g.Select(e => (e.Probability, e.Outcome))]), StringComparer.Ordinal);
    }

    /// <summary>Weights by thesis; errors go to the diagnostics.</summary>
    /// <param name="theses">Ids of the theses.</param>
    /// <param name="diagnostics">Takes what is none.</param>
    public IReadOnlyDictionary<string, double> Given(IReadOnlyList<string> theses, DiagnosticBag diagnostics)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in Weight)
        {
            var parts = text.Split('=', 2);
            var isWeight =
                parts.Length == 2
                && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
                && weight is >= 0 and <= 1
                && theses.Contains(parts[0])
                && weights.TryAdd(parts[0], weight);
            if (!isWeight)
                diagnostics.Error(new SourceLocation("--weight"), Expected("ARTICLE=WEIGHT with a weight from 0 to 1", theses, text));
        }

        return weights;
    }

    /// <summary>Pairs of theses; errors go to the diagnostics.</summary>
    /// <param name="theses">Ids of the theses.</param>
    /// <param name="diagnostics">Takes what is none.</param>
    public IReadOnlyList<(string Newer, string Older)> Pairs(IReadOnlyList<string> theses, DiagnosticBag diagnostics)
    {
        var pairs = new List<(string Newer, string Older)>();
        foreach (var text in Supersedes)
        {
            var parts = text.Split('=', 2);
            if (parts.Length == 2 && parts[0] != parts[1] && parts.All(theses.Contains))
                pairs.Add((parts[0], parts[1]));
            else
                diagnostics.Error(new SourceLocation("--supersedes"), Expected("NEWER=OLDER", theses, text));
        }

        return pairs;
    }

    private static string Expected(string form, IReadOnlyList<string> theses, string found) =>
        $"expected {form}, articles being {string.Join(", ", theses)}; found '{found}'";
}
