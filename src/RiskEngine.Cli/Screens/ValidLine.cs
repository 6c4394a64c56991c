using RiskEngine.Abstractions.Provenance;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>What a valid scenario holds, in one line.</summary>
internal static class ValidLine
{
    /// <summary><c>scenarios/x is valid: 2 theses, 46 claims, ...</c>.</summary>
    public static string Of(LoadedScenario loaded)
    {
        var scenario = loaded.Scenario;
        var model = scenario.Base.Model;
        var unstated = scenario.Ledger.Count(a => a.Source is NotStated);
        string[] parts =
        [
            Figures.Counted(model.Theses.Count, "thesis", "theses"),
            Figures.Counted(model.Theses.Sum(t => t.Claims.Count), "claim"),
            Figures.Counted(model.Recommendations.Count(), "recommendation"),
            Figures.Counted(model.Predictions.Count(), "prediction"),
            Figures.Counted(model.Factors.Count, "factor"),
            Figures.Counted(model.Instruments.Count, "instrument"),
            Figures.Counted(model.Risks.Count, "risk"),
            Figures.Counted(model.Portfolios.Count, "portfolio"),
            Figures.Counted(scenario.Cases.Count, "case"),
            Figures.Counted(scenario.Ledger.Count, "number")
                + (unstated == 0 ? " with sources" : $", {Figures.Count(unstated)} of them without a source"),
        ];
        var notices = loaded.Notices.Count == 0 ? "" : $" ({DiagnosticLines.Count(loaded.Notices)})";
        return $"{loaded.Given} is valid{notices}: {string.Join(", ", parts)}";
    }
}
