namespace RiskEngine.Analysis.Columns;

/// <summary>The error of a weighted proportion, as a number of paths.</summary>
internal static class WeightedShare
{
    /// <summary>The number n with share (1 - share) / n = variance of the share (Korn and Graubard 1998).</summary>
    /// <param name="share">The weight of the paths that count.</param>
    /// <param name="squares">The sum of their squared weights.</param>
    /// <param name="otherSquares">The sum of the others' squared weights.</param>
    internal static (double Share, double SampleSize) Of(double share, double squares, double otherSquares)
    {
        var variance = (squares * (1 - share) * (1 - share)) + (otherSquares * share * share);
        return variance > 0 ? (share, share * (1 - share) / variance) : (share, 1 / (squares + otherSquares));
    }
}
