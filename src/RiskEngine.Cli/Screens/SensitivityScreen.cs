using RiskEngine.Cli.Texts;
using RiskEngine.Results.Batches;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>Which numbers a figure depends on, the one that matters most on top.</summary>
internal static class SensitivityScreen
{
    /// <summary>The table.</summary>
    public static IRenderable Render(BatchResults batch, SensitivityResult found)
    {
        var table = TextTable.Create("!number", "#first order", "#total", "#PAWN");
        foreach (var index in found.Indices)
            table.Row(index.Path, Text(index.First), Text(index.Total), Text(index.Pawn));
        var figure = found.Figure;
        List<IRenderable> parts =
        [
            TextTable.Heading(batch.Name.English),
            new Text(
                $"{figure.Measure} of {figure.Portfolio} ({figure.Variant}, {figure.Horizon}, {figure.Case}), which is "
                    + $"{Figures.Places(figure.Value, 4)} with nothing changed."
            ),
            table,
            new Text(
                "Parts of the figure's variance, with 95% intervals; PAWN of a number without effect would be "
                    + $"{Figures.Places(found.PawnOfNothing, 2)}. {Figures.Counted(found.Screened.Count, "number")} were varied one at a "
                    + $"time before; {found.LeftOut.Count} could not be."
            ),
        ];
        return TextTable.Stack(parts);
    }

    private static string Text(IndexEstimate index) =>
        $"{Figures.Places(index.Value, 2)} ({Figures.Places(index.Low, 2)} to {Figures.Places(index.High, 2)})";
}
