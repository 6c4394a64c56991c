using RiskEngine.Batches.Jobs;
using RiskEngine.Cli.Texts;
using RiskEngine.Loading.Batches;

namespace RiskEngine.Cli.Screens;

/// <summary>What a batch would do, in a line.</summary>
internal static class OutlookLine
{
    /// <summary><c>valuation: 30 jobs, 12 were there already, 18 to simulate</c>.</summary>
    public static string Of(BatchFile batch, BatchOutlook outlook)
    {
        var parts = new List<string>
        {
            Figures.Counted(outlook.Jobs, "job"),
            $"{Figures.Count(outlook.Known)} were there already",
            $"{Figures.Count(outlook.New)} to simulate",
        };
        if (outlook.Refused > 0)
            parts.Add($"{Figures.Count(outlook.Refused)} with values that do not fit");
        var later = batch.Sensitivity is null ? "" : "; how many come after these, with several numbers at once, they will tell";
        return $"{batch.Id}: {string.Join(", ", parts)}{later}";
    }
}
