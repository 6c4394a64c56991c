namespace RiskEngine.Analysis.Columns;

/// <summary>
/// The probability of each path. The default is equal probabilities, which cost no memory; others come from views on the model.
/// </summary>
/// <remarks>
/// Errors of weighted measures are those of a self-normalised sample (Hesterberg 1988): the variance of a measure with influence values f
/// is the sum of p^2 f^2, the weights taken as given. With equal weights every formula is that of a plain sample, to the last bit.
/// </remarks>
public readonly struct PathWeights : IEquatable<PathWeights>
{
    private const double SumTolerance = 1e-9;
    private readonly Given? given;

    private PathWeights(Given given) => this.given = given;

    /// <summary>Equal probabilities.</summary>
    public static PathWeights Equal => default;

    /// <summary>Whether all paths are equally probable.</summary>
    public bool AreEqual => given is null;

    /// <summary>The probability of each path, in path order; empty where they are equal.</summary>
    public ReadOnlySpan<double> Probabilities => given is null ? [] : given.Probabilities;

    /// <summary>The squares of the probabilities; empty where they are equal.</summary>
    internal ReadOnlySpan<double> Squares => given is null ? [] : given.Squares;

    /// <summary>Takes the probabilities as they are; the array must not be changed afterwards.</summary>
    /// <param name="probabilities">One per path, at least 2, none negative, adding to 1 within 1e-9.</param>
    /// <exception cref="ArgumentException">Too few, a bad one (named by its index), or another sum.</exception>
    public static PathWeights Of(double[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ColumnCheck.RequirePaths(probabilities.Length, nameof(probabilities));
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (!(probabilities[i] >= 0 && double.IsFinite(probabilities[i])))
            {
                throw new ArgumentException(
                    $"Expected a probability of 0 or more for every path, found {probabilities[i]} at index {i}.",
                    nameof(probabilities)
                );
            }
        }

        var sum = probabilities.Sum();
        return Math.Abs(sum - 1) <= SumTolerance
            ? new PathWeights(new Given(probabilities, [.. probabilities.Select(p => p * p)]))
            : throw new ArgumentException($"Expected probabilities that add to 1, found a sum of {sum}.", nameof(probabilities));
    }

    /// <summary>
    /// The number of equally probable paths that would have the same errors: 1 / sum of p^2 (Kish 1965); all of them when they are equal.
    /// </summary>
    /// <param name="paths">The number of paths.</param>
    public double SampleSize(int paths) => given is null ? paths : given.SampleSize;

    /// <inheritdoc/>
    public bool Equals(PathWeights other) => ReferenceEquals(given, other.given);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PathWeights other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => given?.GetHashCode() ?? 0;

    /// <summary>Whether both are the same weights.</summary>
    public static bool operator ==(PathWeights left, PathWeights right) => left.Equals(right);

    /// <summary>Whether they are different weights.</summary>
    public static bool operator !=(PathWeights left, PathWeights right) => !left.Equals(right);

    /// <summary>Refuses weights for another number of paths.</summary>
    internal void RequirePaths(int paths, string name)
    {
        if (given is not null)
            ColumnCheck.RequireSameLength(paths, given.Probabilities.Length, name);
    }

    /// <summary>
    /// The sum of a term over the paths, as if they were <see cref="SampleSize"/> equally probable ones: that number times its mean.
    /// </summary>
    internal double Sum<TTerm>(ReadOnlySpan<float> column, TTerm term)
        where TTerm : struct, ITerm =>
        given is null ? FixedOrderSum.Of(column, term) : given.SampleSize * FixedOrderSum.Of(column, given.Probabilities, term);

    /// <summary>
    /// Of a term that is a squared influence value: its sum over that sample with which the error of equally probable paths is right.
    /// </summary>
    internal double ErrorSum<TTerm>(ReadOnlySpan<float> column, TTerm term)
        where TTerm : struct, ITerm =>
        given is null
            ? FixedOrderSum.Of(column, term)
            : given.SampleSize * given.SampleSize * FixedOrderSum.Of(column, given.Squares, term);

    /// <summary>As <see cref="Sum{TTerm}(ReadOnlySpan{float}, TTerm)"/>, of pairs of outcomes of the same path.</summary>
    internal double Sum<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<float> second, TTerm term)
        where TTerm : struct, IPairTerm =>
        given is null
            ? FixedOrderSum.Of(first, second, term)
            : given.SampleSize * FixedOrderSum.Of(first, second, given.Probabilities, term);

    /// <summary>As <see cref="ErrorSum{TTerm}(ReadOnlySpan{float}, TTerm)"/>, of pairs of outcomes of the same path.</summary>
    internal double ErrorSum<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<float> second, TTerm term)
        where TTerm : struct, IPairTerm =>
        given is null
            ? FixedOrderSum.Of(first, second, term)
            : given.SampleSize * given.SampleSize * FixedOrderSum.Of(first, second, given.Squares, term);

    private sealed record Given(double[] Probabilities, double[] Squares)
    {
        public double SampleSize { get; } = 1 / Squares.Sum();
    }
}
