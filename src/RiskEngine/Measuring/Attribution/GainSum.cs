using System.Numerics.Tensors;
using RiskEngine.Analysis.Shapley;

namespace RiskEngine.Measuring.Attribution;

/// <summary>
/// Profits as held with the gains of some recommendations. Where the next coalition is the last one and a player more, as in an order of
/// many, only that one's gain is added.
/// </summary>
/// <param name="held">Profits as held.</param>
/// <param name="gains">Each recommendation's gain, followed alone.</param>
internal sealed class GainSum(float[] held, float[][] gains)
{
    private readonly float[] sum = new float[held.Length];
    private Coalition? last;

    /// <summary>Writes the profits of a coalition.</summary>
    public void Write(Coalition coalition, Span<float> column)
    {
        var players = Enumerable.Range(0, gains.Length).Where(coalition.Contains).ToArray();
        var isNext = gains.Length > CoalitionGame.MostExact && last is not null && last.Size + 1 == coalition.Size;
        if (isNext && players.Where(r => !last!.Contains(r)).ToArray() is [var added])
        {
            TensorPrimitives.Add(sum, gains[added], sum);
        }
        else
        {
            held.CopyTo(sum.AsSpan());
            foreach (var r in players)
                TensorPrimitives.Add(sum, gains[r], sum);
        }

        last = coalition;
        sum.CopyTo(column);
    }
}
