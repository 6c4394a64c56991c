using System.Globalization;
using RiskEngine.Abstractions.Files;
using RiskEngine.Results.Batches;

namespace RiskEngine.Reporting.Batches;

/// <summary>
/// What a figure depends on, one row a number: what it does alone, and for those that were kept the indices with their intervals.
/// </summary>
internal static class SensitivityTable
{
    private const string Head = "path,low,high,atLow,atHigh,first,firstLow,firstHigh,total,totalLow,totalHigh,pawn,pawnLow,pawnHigh\n";

    /// <summary>Writes it as comma-separated values (RFC 4180), full precision, empty where not available.</summary>
    public static void Write(SensitivityResult found, TextWriter writer)
    {
        var indices = found.Indices.ToDictionary(i => i.Path);
        writer.Write(Head);
        foreach (var key in found.Screened)
        {
            string[] words = [key.Path, key.Low, key.High];
            List<double> numbers = [key.AtLow, key.AtHigh];
            if (indices.TryGetValue(key.Path, out var index))
            {
                foreach (var estimate in new[] { index.First, index.Total, index.Pawn })
                    numbers.AddRange([estimate.Value, estimate.Low, estimate.High]);
            }
            else
            {
                numbers.AddRange(Enumerable.Repeat(double.NaN, 9));
            }

            writer.Write(string.Join(',', [.. words.Select(CsvText.Cell), .. numbers.Select(Number)]) + "\n");
        }
    }

    private static string Number(double number) => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
