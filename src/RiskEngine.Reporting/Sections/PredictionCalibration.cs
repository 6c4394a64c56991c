using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// How sure the articles are of what they predict, beside how sure the paths are: as probabilities, and by the score that each earns on
/// average if the paths are right.
/// </summary>
internal static class PredictionCalibration
{
    /// <summary>Each prediction as simulated, under the scenario's views where there are such, and as stated.</summary>
    public static Figure Picture(ReportContext context, IReadOnlyList<PredictionResult> predictions)
    {
        List<(LocalText Name, IReadOnlyList<Dot?> Dots)> series =
        [
            (new("The engine's probability", "引擎给出的概率"), [.. predictions.Select(p => FormattedFigure.AsDot(p.Probability))]),
        ];
        if (context.Results.Views is { Refused: null } views && views.Predictions.Count == predictions.Count)
        {
            series.Add(
                (
                    new("If the scenario's views hold", "若情景所列观点成立"),
                    [.. views.Predictions.Select(p => FormattedFigure.AsDot(p.Probability))]
                )
            );
        }

        series.Add((new("As stated", "文章所述"), [.. predictions.Select(_ => new Dot(1, 1, 1))]));
        return new(
            new ProbabilitiesChart(
                AxisFormat.Percent,
                [.. series.Select(s => s.Name)],
                [.. predictions.Select((p, at) => new DotRow(p.Prediction.Name, [.. series.Select(s => s.Dots[at])]))]
            ),
            Sentence.Plain(
                "Probability of each prediction {inTheCase}, with 95% intervals, beside the certainty with which it is stated. {scores}",
                "{inTheCase}各预判的概率，附 95% 区间；旁为断言时的把握。{scores}",
                ("inTheCase", context.InTheCase),
                ("scores", Scores(predictions))
            )
        )
        {
            Title = Sentence.Plain(
                "Of {count} stated as certain, the engine expects {expected} to come true",
                "断言为必然的 {count} 项中，引擎预期实现 {expected} 项",
                (
                    "count",
                    new LocalText(predictions.Count == 1 ? "1 prediction" : $"{predictions.Count} predictions", $"{predictions.Count}")
                ),
                ("expected", Digits.Write(predictions.Sum(p => p.Probability.Value), 1))
            ),
        };
    }

    /// <summary>
    /// The Brier scores (Brier 1950) to be expected where each prediction comes true with its simulated probability p: of a certain
    /// statement E[(1 - Y)^2] = 1 - p, of p itself E[(p - Y)^2] = p (1 - p), of a coin 1/4.
    /// </summary>
    private static LocalText Scores(IReadOnlyList<PredictionResult> predictions) =>
        Sentence.Plain(
            "If the engine is right, Brier scores to expect are {certain} for certainty, {engine} for its probabilities and 0.25 for a "
                + "coin; lower is better.",
            "若引擎正确，预期 Brier 评分：断言必然 {certain}，引擎概率 {engine}，抛硬币 0.25；越低越好。",
            ("certain", Digits.Write(predictions.Average(p => 1 - p.Probability.Value), 2)),
            ("engine", Digits.Write(predictions.Average(p => p.Probability.Value * (1 - p.Probability.Value)), 2))
        );
}
