using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;
using RiskEngine.Loading.Csv;

namespace RiskEngine.Loading.Scoring;

/// <summary>One prediction that was decided.</summary>
/// <param name="Date">The day on which it was to be settled.</param>
/// <param name="Author">Who wrote the article.</param>
/// <param name="Thesis">Id of the thesis.</param>
/// <param name="Claim">Id of the claim that it stands on.</param>
/// <param name="Prediction">Id of the prediction.</param>
/// <param name="Run">Id of the run that gave the probability.</param>
/// <param name="Probability">What that run gave it, 0 to 1.</param>
/// <param name="Outcome">Whether it came true.</param>
public sealed record TrackRecordEntry(
    DateOnly Date,
    string Author,
    string Thesis,
    string Claim,
    string Prediction,
    string Run,
    double Probability,
    bool Outcome
);

/// <summary>
/// An author's record: decided predictions, one a row, with what the engine had made of them; what weights of later theses may rest on.
/// </summary>
public static class TrackRecordFile
{
    private static readonly string[] columns = ["date", "author", "thesis", "claim", "prediction", "run", "probability", "outcome"];

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">Takes every error with its place.</param>
    /// <returns>The entries; null after errors.</returns>
    public static IReadOnlyList<TrackRecordEntry>? Read(byte[] bytes, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (ScoringTable.Rows(bytes, file, columns, diagnostics) is not { } rows)
            return null;
        var entries = rows.Select(r => Entry(r, diagnostics)).OfType<TrackRecordEntry>().ToList();
        return diagnostics.HasErrors ? null : entries;
    }

    /// <summary>The record with more entries: one of the same prediction by the same run replaces the older one.</summary>
    public static IReadOnlyList<TrackRecordEntry> With(IReadOnlyList<TrackRecordEntry> record, IReadOnlyList<TrackRecordEntry> more)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(more);
        var known = more.Select(Key).ToHashSet();
        return
        [
            .. record
                .Where(e => !known.Contains(Key(e)))
                .Concat(more)
                .OrderBy(e => e.Date)
                .ThenBy(e => e.Thesis, StringComparer.Ordinal)
                .ThenBy(e => e.Prediction, StringComparer.Ordinal)
                .ThenBy(e => e.Run, StringComparer.Ordinal),
        ];
    }

    /// <summary>The file's text.</summary>
    public static string Write(IReadOnlyList<TrackRecordEntry> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var text = new StringBuilder("date,author,thesis,claim,prediction,run,probability,outcome\n");
        foreach (var entry in record)
        {
            text.Append(entry.Date.ToString("O", CultureInfo.InvariantCulture)).Append(',');
            string[] names = [entry.Author, entry.Thesis, entry.Claim, entry.Prediction, entry.Run];
            text.AppendJoin(',', names.Select(CsvText.Cell))
                .Append(CultureInfo.InvariantCulture, $",{entry.Probability:R},{(entry.Outcome ? "true" : "false")}\n");
        }

        return text.ToString();
    }

    private static (string, string, string) Key(TrackRecordEntry entry) => (entry.Thesis, entry.Prediction, entry.Run);

    private static TrackRecordEntry? Entry(IReadOnlyList<CsvCell> row, DiagnosticBag diagnostics)
    {
        var isDate = DateOnly.TryParseExact(row[0].Text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!isDate)
            diagnostics.Error(row[0].Location, $"date: expected a day such as 2026-02-06, found '{row[0].Text}'");
        var isProbability =
            double.TryParse(row[6].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var probability)
            && probability is >= 0 and <= 1;
        if (!isProbability)
            diagnostics.Error(row[6].Location, $"probability: expected a number from 0 to 1, found '{row[6].Text}'");
        return ScoringTable.Truth(row[7], diagnostics) is { } outcome && isDate && isProbability
            ? new TrackRecordEntry(date, row[1].Text, row[2].Text, row[3].Text, row[4].Text, row[5].Text, probability, outcome)
            : null;
    }
}
