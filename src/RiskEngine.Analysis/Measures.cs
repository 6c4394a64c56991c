using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Drawdowns;
using RiskEngine.Analysis.Location;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Analysis.RiskAdjusted;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis;

/// <summary>All measures of one column of outcomes at once: each kind of the catalogue with its function.</summary>
public static class Measures
{
    private delegate Estimate ProfitFunction(in ProfitColumn column);

    private delegate Estimate DrawdownFunction(in DrawdownColumn column);

    private static readonly (MeasureKind Kind, ProfitFunction Of)[] ofProfits =
    [
        (MeasureKinds.Mean, static (in c) => MomentMeasures.Mean(c.Moments)),
        (MeasureKinds.StandardDeviation, static (in c) => MomentMeasures.StandardDeviation(c.Moments)),
        (MeasureKinds.Q01, static (in c) => Quantiles.At(c.Sorted, 0.01)),
        (MeasureKinds.Q05, static (in c) => Quantiles.At(c.Sorted, 0.05)),
        (MeasureKinds.Q25, static (in c) => Quantiles.At(c.Sorted, 0.25)),
        (MeasureKinds.Median, static (in c) => Quantiles.At(c.Sorted, 0.5)),
        (MeasureKinds.Q75, static (in c) => Quantiles.At(c.Sorted, 0.75)),
        (MeasureKinds.Q95, static (in c) => Quantiles.At(c.Sorted, 0.95)),
        (MeasureKinds.Q99, static (in c) => Quantiles.At(c.Sorted, 0.99)),
        (MeasureKinds.LossProbability, static (in c) => ProfitProbabilities.OfLoss(c.Sorted)),
        (MeasureKinds.LargeLossProbability, static (in c) => ProfitProbabilities.OfLosingMoreThan(c.Sorted, c.LossThreshold)),
        (MeasureKinds.BeatUnchangedProbability, BeatUnchanged),
        (MeasureKinds.Var95, static (in c) => ValueAtRisk.At(c.Sorted, 0.95)),
        (MeasureKinds.Var99, static (in c) => ValueAtRisk.At(c.Sorted, 0.99)),
        (MeasureKinds.Es95, static (in c) => ExpectedShortfall.At(c.Sorted, 0.95)),
        (MeasureKinds.Es99, static (in c) => ExpectedShortfall.At(c.Sorted, 0.99)),
        (MeasureKinds.Sharpe, static (in c) => SharpeRatio.Of(c.Moments, c.Years, c.RiskFreeReturn)),
        (MeasureKinds.Sortino, static (in c) => SortinoRatio.Of(c.Profits, c.Moments, c.Years, c.RiskFreeReturn, c.Weights)),
        (MeasureKinds.Var95Normal, static (in c) => NormalValueAtRisk.At(c.Moments, 0.95)),
        (MeasureKinds.Var99Normal, static (in c) => NormalValueAtRisk.At(c.Moments, 0.99)),
        (MeasureKinds.Var95CornishFisher, static (in c) => CornishFisherValueAtRisk.At(c.Profits, c.Moments, 0.95, c.Weights)),
        (MeasureKinds.Var99CornishFisher, static (in c) => CornishFisherValueAtRisk.At(c.Profits, c.Moments, 0.99, c.Weights)),
        (MeasureKinds.UpsideRisk, static (in c) => OmegaRatio.UpsideRisk(c.Profits, c.RiskFreeReturn, c.Weights)),
        (MeasureKinds.Omega, static (in c) => OmegaRatio.Of(c.Profits, c.RiskFreeReturn, c.Weights)),
        (MeasureKinds.BernardoLedoit, static (in c) => OmegaRatio.Of(c.Profits, 0, c.Weights)),
    ];

    private static readonly (MeasureKind Kind, DrawdownFunction Of)[] ofDrawdowns =
    [
        (MeasureKinds.DrawdownMean, static (in c) => DrawdownMeasures.Mean(c.Moments)),
        (MeasureKinds.DrawdownQ95, static (in c) => DrawdownMeasures.Quantile(c.Sorted, 0.95)),
        (MeasureKinds.Cdar95, static (in c) => DrawdownMeasures.ConditionalDrawdownAtRisk(c.Sorted, 0.95)),
    ];

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
        var column = new ProfitColumn
        {
            Profits = profits,
            Unchanged = unchangedProfits,
            Weights = weights,
            Moments = ColumnMoments.Of(profits, weights),
            Sorted = SortedColumn.Of(profits, scratch, weights),
            Years = years,
            RiskFreeReturn = riskFreeReturn,
            LossThreshold = lossThreshold,
        };
        foreach (var (kind, of) in ofProfits)
            measures[kind] = of(in column);

        // From here the buffer holds the drawdowns: the sorted profits are gone.
        if (!drawdowns.IsEmpty)
            ColumnCheck.RequireSameLength(profits.Length, drawdowns.Length, nameof(drawdowns));
        var falls = drawdowns.IsEmpty
            ? default
            : new DrawdownColumn { Moments = ColumnMoments.Of(drawdowns, weights), Sorted = SortedColumn.Of(drawdowns, scratch, weights) };
        foreach (var (kind, of) in ofDrawdowns)
            measures[kind] = drawdowns.IsEmpty ? Estimate.NotAvailable : of(in falls);
        foreach (var kind in MeasureKinds.OfDeltas)
            measures[kind] = Estimate.NotAvailable;
        return new MeasureSet(measures);
    }

    private static Estimate BeatUnchanged(in ProfitColumn column) =>
        column.Unchanged.IsEmpty ? Estimate.NotAvailable : ProfitProbabilities.OfBeating(column.Profits, column.Unchanged, column.Weights);

    /// <summary>What a measure of profits is taken from.</summary>
    private readonly ref struct ProfitColumn
    {
        public required ReadOnlySpan<float> Profits { get; init; }

        public required ReadOnlySpan<float> Unchanged { get; init; }

        public required PathWeights Weights { get; init; }

        public required ColumnMoments Moments { get; init; }

        public required SortedColumn Sorted { get; init; }

        public required double Years { get; init; }

        public required double RiskFreeReturn { get; init; }

        public required double LossThreshold { get; init; }
    }

    /// <summary>What a measure of drawdowns is taken from.</summary>
    private readonly ref struct DrawdownColumn
    {
        public required ColumnMoments Moments { get; init; }

        public required SortedColumn Sorted { get; init; }
    }
}
