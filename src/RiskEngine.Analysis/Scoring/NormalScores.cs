using MathNet.Numerics.Distributions;

namespace RiskEngine.Analysis.Scoring;

/// <summary>The normal quantiles of ranks (van der Waerden 1952): standard normal whatever the values' distribution.</summary>
public static class NormalScores
{
    /// <summary>The scores of the first values among all.</summary>
    /// <param name="values">Values, at least one, all finite.</param>
    /// <param name="count">How many scores, from the first value; no more than there are values.</param>
    public static float[] Of(ReadOnlySpan<float> values, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, values.Length);
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        values.ToArray().AsSpan().Sort(order.AsSpan());
        var scores = new float[count];
        for (var rank = 0; rank < order.Length; rank++)
        {
            if (order[rank] < count)
                scores[order[rank]] = (float)Normal.InvCDF(0, 1, (rank + 0.5) / order.Length);
        }

        return scores;
    }
}
