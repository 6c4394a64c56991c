using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Loading.Scoring;

/// <summary>Reads which predictions came true: a table with the columns <c>thesis,prediction,outcome</c>.</summary>
public static class OutcomeFile
{
    private static readonly string[] columns = ["thesis", "prediction", "outcome"];

    /// <summary>Reads the bytes of a file; an outcome is <c>true</c> or <c>false</c>, or <c>1</c> or <c>0</c>.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="theses">The theses whose predictions may be named.</param>
    /// <param name="diagnostics">Takes every error with its place.</param>
    /// <returns>The outcomes; null after errors.</returns>
    public static IReadOnlyDictionary<(Id<Thesis>, Id<Prediction>), bool>? Read(
        byte[] bytes,
        string file,
        IReadOnlyList<Thesis> theses,
        DiagnosticBag diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(theses);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var outcomes = new Dictionary<(Id<Thesis>, Id<Prediction>), bool>();
        if (ScoringTable.Rows(bytes, file, columns, diagnostics) is not { } rows)
            return null;
        foreach (var row in rows)
        {
            var thesis = theses.FirstOrDefault(t => t.Id.Value == row[0].Text);
            var prediction = thesis?.Predictions.FirstOrDefault(p => p.Id.Value == row[1].Text);
            if (thesis is null)
            {
                diagnostics.Error(row[0].Location, Unknown("thesis", row[0].Text, theses.Select(t => t.Id.Value)));
            }
            else if (prediction is null)
            {
                diagnostics.Error(
                    row[1].Location,
                    Unknown($"prediction of {thesis.Id}", row[1].Text, thesis.Predictions.Select(p => p.Id.Value))
                );
            }
            else if (ScoringTable.Truth(row[2], diagnostics) is { } outcome && !outcomes.TryAdd((thesis.Id, prediction.Id), outcome))
            {
                diagnostics.Error(row[0].Location, $"'{thesis.Id}', '{prediction.Id}': expected one row a prediction, found a second one");
            }
        }

        return diagnostics.HasErrors ? null : outcomes;
    }

    private static string Unknown(string what, string found, IEnumerable<string> known) =>
        $"unknown {what} '{found}'; there are: {string.Join(", ", known)}";
}
