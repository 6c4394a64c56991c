using RiskEngine.Abstractions.Measures;
using RiskEngine.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>One table for all scenarios of a command, below what each of them printed.</summary>
internal static class JointScreen
{
    /// <summary>The table.</summary>
    public static IRenderable Render(IEnumerable<JointRow> rows)
    {
        var table = TextTable.Create("!scenario", "!portfolio", "#median", "#mean", "#VaR 95%", "#ES 95%", "#loss prob.");
        foreach (var row in rows)
        {
            Estimate[] shown = row.Measures is { } m ? [m.Median, m.Mean, m.Var95, m.Es95, m.LossProbability] : [];
            table.Row([row.Scenario, row.Portfolio, .. shown.Select(Figures.Percent)]);
        }

        return TextTable.Stack(TextTable.Heading("All scenarios, each at its headline horizon"), table);
    }
}
