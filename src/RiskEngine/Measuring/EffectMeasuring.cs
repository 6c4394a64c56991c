using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Paired;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>The paired difference of two columns of profits.</summary>
internal static class EffectMeasuring
{
    public static Effect Of(ReadOnlySpan<float> with, ReadOnlySpan<float> without, Span<float> scratch, PathWeights weights = default) => new(
        PairedEffect.OnMean(with, without, weights),
        PairedEffect.OnExpectedShortfall(with, without, 0.95, scratch, weights),
        PairedEffect.OnLossProbability(with, without, weights));
}
