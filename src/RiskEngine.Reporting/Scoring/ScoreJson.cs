using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Runs;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Scoring;

/// <summary>Scores as score.json; reports/README.md says what each key means.</summary>
public static class ScoreJson
{
    private const int SchemaVersion = 1;

    /// <summary>The scores as JSON; what is no number is null.</summary>
    public static string Write(ScoreResults scores, StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(run);
        return JsonText.Of(
            new
            {
                SchemaVersion,
                run.Manifest.Scenario,
                run.Manifest.RunId,
                run.Manifest.AsOf,
                scores.Until,
                Portfolios = scores.Portfolios.Select(Portfolio),
                Unscored = scores.Unscored.Select(u => new { Portfolio = u.Portfolio.Id.Value, Missing = u.Missing.Select(i => i.Value) }),
                Predictions = scores.Predictions.Select(Prediction),
                scores.StillToCome,
            },
            ResultsFile.Indented
        );
    }

    private static object Portfolio(PortfolioScore score) =>
        new
        {
            Portfolio = score.Portfolio.Id.Value,
            score.Path,
            score.Below,
            score.Above,
            Horizons = score.Horizons.Select(h => new
            {
                Horizon = h.Horizon.Id.Value,
                h.Horizon.Date,
                h.Profit,
                Median = FigureData.Known(h.Median),
                Var95 = FigureData.Known(h.ValueAtRisk),
                h.IsBreach,
                Pit = FigureData.Known(h.Transform),
                Crps = FigureData.Known(h.Crps),
            }),
        };

    private static object Prediction(PredictionScore score) =>
        new
        {
            Thesis = score.Thesis.Id.Value,
            Id = score.Prediction.Id.Value,
            score.Thesis.Article.Author,
            Claim = score.Prediction.Claim.ToString(),
            score.Prediction.Date,
            score.Probability,
            score.Outcome,
            Brier = FigureData.Known(score.Brier),
            CertainBrier = FigureData.Known(score.CertainBrier),
        };
}
