using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Drawdowns;
using RiskEngine.Analysis.Location;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Analysis.RiskAdjusted;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis;

/// <summary>All measures of one column of outcomes at once.</summary>
public static class Measures
{
    /// <summary>Measures one portfolio, variant, case and horizon; sorts each column once and allocates only the result.</summary>
    /// <param name="profits">Relative profits V/V0 - 1, one per path, at least 2, all finite; -0.25 is a loss of 25%.</param>
    /// <param name="drawdowns">Maximum drawdowns of the same paths, 0 to 1; empty where none were recorded (its measures are then not
    /// available).</param>
    /// <param name="unchangedProfits">Profits of the unchanged portfolio on the same paths; empty for the unchanged portfolio
    /// itself.</param>
    /// <param name="years">The horizon in years, above 0.</param>
    /// <param name="riskFreeReturn">The risk-free return over the whole horizon, e.g. 0.04 for 4%; not annualised.</param>
    /// <param name="lossThreshold">The large loss, relative to the start value, 0 or more: 0.2 asks for losing more than a fifth.</param>
    /// <param name="scratch">A buffer of at least <see cref="SortedColumn.ScratchLength"/> floats, one per thread; what it held is
    /// lost.</param>
    /// <param name="weights">The paths' probabilities, the same for all columns; equal unless given.</param>
    /// <returns>Every measure of the catalogue, with its standard error and 95% interval.</returns>
    /// <exception cref="ArgumentException">Columns differ in length, are too short, or hold a bad outcome (named by its index); too small a
    /// buffer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Years, risk-free return or loss threshold out of range.</exception>
    public static MeasureSet Of(
        ReadOnlySpan<float> profits,
        ReadOnlySpan<float> drawdowns,
        ReadOnlySpan<float> unchangedProfits,
        double years,
        double riskFreeReturn,
        double lossThreshold,
        Span<float> scratch,
        PathWeights weights = default
    )
    {
        var measures = new Dictionary<MeasureKind, Estimate>(MeasureKinds.All.Length, ReferenceEqualityComparer.Instance);
        var moments = ColumnMoments.Of(profits, weights);
        measures[MeasureKinds.Mean] = MomentMeasures.Mean(moments);
        measures[MeasureKinds.StandardDeviation] = MomentMeasures.StandardDeviation(moments);
        measures[MeasureKinds.Sharpe] = SharpeRatio.Of(moments, years, riskFreeReturn);
        measures[MeasureKinds.Sortino] = SortinoRatio.Of(profits, moments, years, riskFreeReturn, weights);
        measures[MeasureKinds.BeatUnchangedProbability] = unchangedProfits.IsEmpty
            ? Estimate.NotAvailable
            : ProfitProbabilities.OfBeating(profits, unchangedProfits, weights);

        AddOrderMeasures(measures, SortedColumn.Of(profits, scratch, weights), lossThreshold);
        AddDrawdownMeasures(measures, drawdowns, profits.Length, scratch, weights);
        return new MeasureSet(measures);
    }

    private static void AddOrderMeasures(Dictionary<MeasureKind, Estimate> measures, SortedColumn sorted, double lossThreshold)
    {
        measures[MeasureKinds.Q01] = Quantiles.At(sorted, 0.01);
        measures[MeasureKinds.Q05] = Quantiles.At(sorted, 0.05);
        measures[MeasureKinds.Q25] = Quantiles.At(sorted, 0.25);
        measures[MeasureKinds.Median] = Quantiles.At(sorted, 0.5);
        measures[MeasureKinds.Q75] = Quantiles.At(sorted, 0.75);
        measures[MeasureKinds.Q95] = Quantiles.At(sorted, 0.95);
        measures[MeasureKinds.Q99] = Quantiles.At(sorted, 0.99);
        measures[MeasureKinds.LossProbability] = ProfitProbabilities.OfLoss(sorted);
        measures[MeasureKinds.LargeLossProbability] = ProfitProbabilities.OfLosingMoreThan(sorted, lossThreshold);
        measures[MeasureKinds.Var95] = ValueAtRisk.At(sorted, 0.95);
        measures[MeasureKinds.Var99] = ValueAtRisk.At(sorted, 0.99);
        measures[MeasureKinds.Es95] = ExpectedShortfall.At(sorted, 0.95);
        measures[MeasureKinds.Es99] = ExpectedShortfall.At(sorted, 0.99);
    }

    private static void AddDrawdownMeasures(
        Dictionary<MeasureKind, Estimate> measures,
        ReadOnlySpan<float> drawdowns,
        int paths,
        Span<float> scratch,
        PathWeights weights
    )
    {
        if (drawdowns.IsEmpty)
        {
            measures[MeasureKinds.DrawdownMean] = Estimate.NotAvailable;
            measures[MeasureKinds.DrawdownQ95] = Estimate.NotAvailable;
            measures[MeasureKinds.Cdar95] = Estimate.NotAvailable;
            return;
        }

        ColumnCheck.RequireSameLength(paths, drawdowns.Length, nameof(drawdowns));
        measures[MeasureKinds.DrawdownMean] = DrawdownMeasures.Mean(ColumnMoments.Of(drawdowns, weights));
        var sorted = SortedColumn.Of(drawdowns, scratch, weights);
        measures[MeasureKinds.DrawdownQ95] = DrawdownMeasures.Quantile(sorted, 0.95);
        measures[MeasureKinds.Cdar95] = DrawdownMeasures.ConditionalDrawdownAtRisk(sorted, 0.95);
    }
}
