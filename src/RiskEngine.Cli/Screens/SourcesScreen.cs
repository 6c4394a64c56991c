using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Words;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>The numbers behind expected returns and volatilities, each with where it comes from.</summary>
internal static class SourcesScreen
{
    /// <summary>The lines of the scenario's ledger that returns and volatilities rest on.</summary>
    public static IRenderable Render(Scenario scenario)
    {
        var table = TextTable.Create("number", "#value", "where it comes from");
        foreach (var line in scenario.Ledger.Where(a => IsBehindReturns(a.Path)))
            table.Row(line.Path, line.Value, SourceWords.Of(line.Source, scenario));
        return TextTable.Stack(TextTable.Heading("Where these numbers come from"), table);
    }

    private static bool IsBehindReturns(string path) =>
        path == "riskFreeRate" || path.Split('.')[0] is "factors" or "instruments" or "exposures";
}
