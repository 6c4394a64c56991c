using RiskEngine.Cli.Texts;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Drafts;

/// <summary>A drafted scenario in its folder.</summary>
internal static class DraftFolder
{
    /// <summary>Writes the files of a draft below a folder.</summary>
    /// <returns>Their full paths.</returns>
    public static IReadOnlyList<string> Write(ScenarioDraft draft, string folder)
    {
        var paths = new List<string>();
        foreach (var (path, text) in DraftWriter.Write(draft))
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            paths.Add(full);
        }

        return paths;
    }

    /// <summary>What the holdings are worth, and how much of their risk is assumed; one line.</summary>
    public static string Summary(HoldingsDraft draft)
    {
        var count = draft.Scenario.Portfolios[0].Positions.Count;
        return $"{Figures.Counted(count, "holding")} worth {draft.Value:N2} {draft.Scenario.Currency} on {draft.Scenario.AsOf:yyyy-MM-dd}; "
            + $"{100 * draft.Assumed:0}% of the portfolio's variance rests on assumptions (judgement: draft), the rest on estimates";
    }
}
