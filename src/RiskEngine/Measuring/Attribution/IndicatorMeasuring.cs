using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Conditional;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>What reading each indicator would tell about the thesis and about profits.</summary>
internal static class IndicatorMeasuring
{
    public static IReadOnlyList<IndicatorInformation> Of(BaseColumns columns)
    {
        var at = 0;
        var results = new List<IndicatorInformation>();
        foreach (var thesis in columns.Model.Theses)
        {
            var judged = thesis.Predictions.Count > 0 ? thesis.Predictions : [.. columns.Model.Predictions];
            var comesTrue = ComesTrue(columns, judged);
            foreach (var indicator in thesis.Indicators)
                results.Add(One(columns, thesis, indicator, columns.Outcomes.Indicators[at++][..columns.Paths], judged, comesTrue));
        }

        return results;
    }

    private static IndicatorInformation One(
        BaseColumns columns,
        Thesis thesis,
        Indicator indicator,
        float[] figure,
        IReadOnlyList<Prediction> judged,
        bool[] comesTrue
    )
    {
        var horizons = columns.Scenario.Horizons;
        var h = HorizonIndex
            .First(horizons.Count)
            .FirstOrDefault(k => horizons[k.Value].Date >= indicator.Date, new HorizonIndex(horizons.Count - 1));
        List<IndicatorReading> readings = [];
        if (judged.Count > 0 && figure.Length >= 20 && DecisiveLevel.Of(figure, comesTrue) is { } level)
            readings.Add(Reading(columns, ReadingKind.MostInformative, level.Level, figure, comesTrue, h, judged.Count > 0));
        if (indicator.Confirms is { } confirms)
            readings.Add(Reading(columns, ReadingKind.Confirms, confirms.Level, figure, comesTrue, h, judged.Count > 0));
        if (indicator.Refutes is { } refutes)
            readings.Add(Reading(columns, ReadingKind.Refutes, refutes.Level, figure, comesTrue, h, judged.Count > 0));
        return new IndicatorInformation(
            thesis,
            indicator,
            judged,
            judged.Count > 0 ? Proportion.Of(comesTrue.Count(t => t), comesTrue.Length) : Estimate.NotAvailable,
            horizons[h.Value],
            readings
        );
    }

    private static IndicatorReading Reading(
        BaseColumns columns,
        ReadingKind kind,
        double level,
        float[] figure,
        bool[] comesTrue,
        HorizonIndex horizon,
        bool isJudged
    )
    {
        var above = Array.ConvertAll(figure, v => v > (float)level);
        ReadingSide SideOf(bool isAbove)
        {
            int[] paths = [.. Enumerable.Range(0, figure.Length).Where(k => above[k] == isAbove)];
            return new ReadingSide(
                Proportion.Of(paths.Length, figure.Length),
                isJudged && paths.Length > 0 ? Proportion.Of(paths.Count(k => comesTrue[k]), paths.Length) : Estimate.NotAvailable,
                [.. columns.Model.Portfolios.Select((p, at) => Profit(columns, p, new PortfolioIndex(at), horizon, paths))]
            );
        }

        return new IndicatorReading(kind, level, SideOf(true), SideOf(false));
    }

    private static ConditionalProfit Profit(BaseColumns columns, Portfolio portfolio, PortfolioIndex p, HorizonIndex horizon, int[] paths)
    {
        var held = columns.Profits(p, VariantSet.AsHeld, horizon);
        var following = columns.Profits(p, columns.Variants.FollowingAll, horizon);
        var (profits, more) = (new double[paths.Length], new double[paths.Length]);
        for (var k = 0; k < paths.Length; k++)
            (profits[k], more[k]) = (held[paths[k]], following[paths[k]] - (double)held[paths[k]]);
        return new ConditionalProfit(portfolio, Mean(profits), Mean(more));
    }

    private static Estimate Mean(double[] values)
    {
        if (values.Length < 2)
            return Estimate.NotAvailable;
        var mean = values.Average();
        var squares = 0.0;
        foreach (var x in values)
            squares += (x - mean) * (x - mean);
        return Estimate.Normal(mean, Math.Sqrt(squares / (values.Length - 1) / values.Length));
    }

    /// <summary>On which paths more than half of the predictions come true.</summary>
    private static bool[] ComesTrue(BaseColumns columns, IReadOnlyList<Prediction> judged)
    {
        var counts = new int[columns.Paths];
        foreach (var holds in judged.Select(p => PredictionColumns.Of(columns, p)))
        {
            for (var k = 0; k < counts.Length; k++)
                counts[k] += holds[k] ? 1 : 0;
        }

        return Array.ConvertAll(counts, c => 2 * c > judged.Count);
    }
}
