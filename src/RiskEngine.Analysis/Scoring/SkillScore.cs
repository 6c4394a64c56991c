using RiskEngine.Abstractions.Measures;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Analysis.Scoring;

/// <summary>
/// How much better a forecast scores than a reference: 1 - mean score / mean score of the reference (Gneiting and Raftery 2007, section
/// 2.3). 1 is perfect, 0 no better, below 0 worse.
/// </summary>
public static class SkillScore
{
    private const int Resamples = 999;

    /// <summary>The skill with the interval of a circular block bootstrap over origins (Politis and Romano 1992).</summary>
    /// <param name="scores">Sum of the forecast's scores at each origin, in the order of time, at least one; names that move together stay
    /// together.</param>
    /// <param name="references">The same of the reference.</param>
    /// <param name="block">How many consecutive origins are drawn together, 1 or more: no fewer than share an outcome.</param>
    /// <param name="stream">The draws.</param>
    public static Estimate Of(IReadOnlyList<double> scores, IReadOnlyList<double> references, int block, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentOutOfRangeException.ThrowIfLessThan(block, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(references.Count, scores.Count, nameof(references));
        var n = scores.Count;
        var value = 1 - (scores.Sum() / references.Sum());
        if (n < 2 * block)
            return Estimate.WithoutError(value);
        var drawn = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var (a, b) = (0.0, 0.0);
            for (var k = 0; k < n; k += block)
            {
                var start = (int)(stream.Uniform(r, (uint)k) * n);
                for (var j = 0; j < Math.Min(block, n - k); j++)
                {
                    a += scores[(start + j) % n];
                    b += references[(start + j) % n];
                }
            }

            drawn[r] = 1 - (a / b);
        }

        Array.Sort(drawn);
        return Estimate.FromInterval(value, drawn[Resamples / 40], drawn[Resamples - 1 - (Resamples / 40)]);
    }
}
