using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Paired;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>The paired difference of two columns of profits.</summary>
internal static class EffectMeasuring
{
    /// <summary>Differences on mean, expected shortfall and probability of loss, on weighted paths.</summary>
    public static Effect Of(ReadOnlySpan<float> with, ReadOnlySpan<float> without, Span<float> scratch, PathWeights weights = default)
    {
        var (mean, shortfall, loss) = PairedEffect.Of(with, without, 0.95, scratch, weights);
        return new Effect(mean, shortfall, loss);
    }

    /// <summary>The same on equal paths, with errors by replicates where there are several.</summary>
    public static Effect Of(ReadOnlySpan<float> with, ReadOnlySpan<float> without, Span<float> scratch, int replicates)
    {
        var all = Of(with, without, scratch);
        if (replicates == 1)
            return all;
        var parts = new Effect[replicates];
        var length = with.Length / replicates;
        for (var r = 0; r < replicates; r++)
            parts[r] = Of(with.Slice(r * length, length), without.Slice(r * length, length), scratch);
        return new Effect(Error(all.Mean, e => e.Mean), Error(all.Es95, e => e.Es95), Error(all.LossProbability, e => e.LossProbability));

        Estimate Error(Estimate figure, Func<Effect, Estimate> of) => ReplicateError.Of(figure, [.. parts.Select(p => of(p).Value)]);
    }
}
