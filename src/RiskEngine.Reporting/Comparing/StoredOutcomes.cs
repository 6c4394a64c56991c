using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Files;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Reporting.Comparing;

/// <summary>The profits of every path that a run's folder keeps, case by case, as NumPy arrays.</summary>
internal sealed class StoredOutcomes
{
    private const int MaxBytes = 1 << 30;

    private readonly string folder;
    private readonly Dictionary<(string Case, string Portfolio, string Variant, string Horizon), int> rows = [];
    private readonly Dictionary<string, float[][]?> arrays = [];

    /// <summary>Looks at what there is; a run that kept no outcomes, or kept them as text, has none.</summary>
    public StoredOutcomes(StoredRun run)
    {
        folder = Path.Combine(run.Folder, "outcomes");
        if (RegularFile.Read(Path.Combine(folder, "columns.csv"), MaxBytes, out _) is not { } bytes)
            return;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').Skip(1))
        {
            if (line.Split(',') is [var of, var row, var portfolio, var variant, var horizon, _])
                rows[(of, portfolio, variant, horizon)] = int.Parse(row, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Relative profits, one a path in order; null where they are not kept.</summary>
    public float[]? Profits(string of, string portfolio, HeadlineVariant variant, string horizon)
    {
        if (!rows.TryGetValue((of, portfolio, variant.Id(), horizon), out var row))
            return null;
        if (!arrays.TryGetValue(of, out var array))
            arrays.Add(of, array = Read(of));
        return array is not null && row < array.Length ? array[row] : null;
    }

    private float[][]? Read(string of) =>
        RegularFile.Read(Path.Combine(folder, $"{FolderNames.Checked(of, "case")}.profits.npy"), MaxBytes, out _) is { } bytes
            ? NpyFile.Read(bytes)
            : null;
}
