using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>
/// Lower tail dependence at a level: the probability that one column is among its worst part while another is among its own (Joe 1997; in
/// the limit of no part the coefficient of tail dependence of McNeil, Frey and Embrechts 2015, definition 7.36).
/// </summary>
public static class TailDependence
{
    /// <summary>P(V in its worst part | U in its worst part), at a part u above 0: u itself where the two are independent.</summary>
    /// <remarks>
    /// The count of paths on which both are, by the count of the worst u n; its interval is that of a proportion of so many paths (Wilson
    /// 1927), which takes the two quantiles as known.
    /// </remarks>
    /// <param name="first">U, one outcome a path.</param>
    /// <param name="second">V, of the same paths.</param>
    /// <param name="part">u, strictly between 0 and 1, at least one path.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or an outcome is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The part is not between 0 and 1, or less than a path.</exception>
    public static Estimate Lower(ReadOnlySpan<float> first, ReadOnlySpan<float> second, double part)
    {
        ColumnCheck.RequireSameLength(first.Length, second.Length, nameof(second));
        var count = (int)Math.Floor(part * first.Length);
        if (!(part is > 0 and < 1) || count < 1)
            throw new ArgumentOutOfRangeException(nameof(part), part, "Expected a part between 0 and 1 that holds a path or more.");
        var scratch = new float[SortedColumn.ScratchLength(first.Length)];
        var (a, b) = (SortedColumn.Of(first, scratch).At(count), SortedColumn.Of(second, scratch).At(count));
        var (worst, both) = (0, 0);
        for (var k = 0; k < first.Length; k++)
        {
            if (first[k] > a)
                continue;
            worst++;
            both += second[k] <= b ? 1 : 0;
        }

        return Probabilities.Proportion.Of(both, worst);
    }
}
