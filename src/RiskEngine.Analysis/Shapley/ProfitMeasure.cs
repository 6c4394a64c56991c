using System.Numerics.Tensors;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Shapley;

/// <summary>A measure of a column of profits whose Shapley values are told.</summary>
public enum ProfitMeasure
{
    /// <summary>The mean profit.</summary>
    Mean,

    /// <summary>Expected shortfall at 95%; a loss is positive.</summary>
    ExpectedShortfall95,

    /// <summary>The probability of a profit below zero.</summary>
    LossProbability,
}

/// <summary>A measure's value on a column and its influence values: what each path adds to the value, up to a constant.</summary>
internal static class Influence
{
    private const double Level = 0.95;

    /// <summary>The value; writes each path's influence, whose mean error is that of the value (Hampel 1974).</summary>
    internal static double Of(
        ProfitMeasure measure,
        ReadOnlySpan<float> column,
        PathWeights weights,
        Span<double> influence,
        Span<float> scratch
    )
    {
        switch (measure)
        {
            case ProfitMeasure.Mean:
                for (var k = 0; k < column.Length; k++)
                    influence[k] = column[k];
                return Mean(influence, weights);
            case ProfitMeasure.LossProbability:
                for (var k = 0; k < column.Length; k++)
                    influence[k] = column[k] < 0 ? 1 : 0;
                return Mean(influence, weights);
            default:
                var sorted = SortedColumn.Of(column, scratch, weights);
                var tail = TailMean.ProbabilityOf(Level);
                double quantile = sorted.At(sorted.RankAt(tail));
                var value = ExpectedShortfall.At(sorted, Level).Value;
                for (var k = 0; k < column.Length; k++)
                    influence[k] = Math.Max(quantile - column[k], 0) / tail;
                return value;
        }
    }

    private static double Mean(ReadOnlySpan<double> values, PathWeights weights) =>
        weights.AreEqual ? TensorPrimitives.Sum(values) / values.Length : TensorPrimitives.Dot(values, weights.Probabilities);
}
