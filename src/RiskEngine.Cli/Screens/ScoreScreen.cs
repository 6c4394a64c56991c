using RiskEngine.Cli.Texts;
using RiskEngine.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What happened, held against a run.</summary>
internal static class ScoreScreen
{
    /// <summary>The screen.</summary>
    public static IRenderable Render(ScoreResults scores)
    {
        List<IRenderable> parts = [TextTable.Heading($"What happened until {scores.Until:yyyy-MM-dd}")];
        if (scores.Portfolios.Count > 0)
        {
            parts.AddRange([
                Portfolios(scores.Portfolios),
                new Text(
                    "PIT: share of paths that ended below what happened. CRPS: distance of the forecast from it, in "
                        + "points of the start value. "
                        + "Outside: days on which the value lay outside of the band that holds nine tenths of the paths."
                ),
            ]);
        }

        parts.AddRange(
            scores.Unscored.Select(u => new Text($"{u.Portfolio.Id}: not scored, for there is no close of {string.Join(", ", u.Missing)}"))
        );
        if (scores.Predictions.Count > 0)
            parts.AddRange([TextTable.Heading("Predictions that came due"), Predictions(scores.Predictions)]);
        if (scores.StillToCome > 0)
            parts.Add(new Text($"{Figures.Counted(scores.StillToCome, "prediction")} still to come"));
        return TextTable.Stack(parts);
    }

    private static Table Portfolios(IReadOnlyList<PortfolioScore> portfolios)
    {
        var table = TextTable.Create("!portfolio", "!horizon", "#profit", "#median", "#PIT", "#CRPS", "#VaR 95%", "!breach", "#outside");
        foreach (var score in portfolios)
        {
            var outside = $"{score.Below + score.Above} of {Math.Max(score.Path.Count - 1, 0)}";
            if (score.Horizons.Count == 0)
                table.Row(score.Portfolio.Id.Value, "none came", "", "", "", "", "", "", outside);
            for (var i = 0; i < score.Horizons.Count; i++)
            {
                var at = score.Horizons[i];
                table.Row(
                    i == 0 ? score.Portfolio.Id.Value : "",
                    at.Horizon.Id.Value,
                    Figures.Percent(at.Profit),
                    Figures.Percent(at.Median),
                    Figures.Percent(at.Transform),
                    double.IsNaN(at.Crps) ? "n/a" : Figures.Places(100 * at.Crps, 2),
                    Figures.Percent(at.ValueAtRisk),
                    at.IsBreach ? "BREACH" : "no",
                    i == 0 ? outside : ""
                );
            }
        }

        return table;
    }

    private static Table Predictions(IReadOnlyList<PredictionScore> predictions)
    {
        var table = TextTable.Create("prediction", "!due", "#probability", "!came true", "#Brier");
        foreach (var p in predictions)
        {
            table.Row(
                $"{p.Thesis.Id}/{p.Prediction.Id}",
                $"{p.Prediction.Date:yyyy-MM-dd}",
                Figures.Percent(p.Probability),
                p.Outcome is { } came
                    ? came
                        ? "yes"
                        : "no"
                    : "nobody says",
                p.Outcome is null ? "" : Figures.Places(p.Brier, 3)
            );
        }

        return table;
    }
}
