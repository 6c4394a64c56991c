namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>The expected shortfall of profits; positive is a loss.</summary>
/// <remarks>
/// Linear form at the value at risk v: the mean of v + (L - v)+ / (1 - level) (Rockafellar and Uryasev 2002; Meucci, Ardia and Keel 2011).
/// </remarks>
public sealed class ExpectedShortfallOf : ViewedQuantity
{
    private readonly double[] column;
    private readonly int[] order;
    private readonly double tail;

    /// <summary>Takes the profits.</summary>
    /// <param name="profits">One profit per path, all finite.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public ExpectedShortfallOf(ReadOnlySpan<float> profits, double level)
        : base(profits.Length)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a confidence level strictly between 0 and 1.");
        column = Sums.Widen(profits);
        order = Tails.Order(column);
        tail = 1 - level;
    }

    /// <inheritdoc/>
    internal override int Stage => 1;

    /// <inheritdoc/>
    internal override double Scale => Sums.Spread(column);

    /// <inheritdoc/>
    internal override (double Low, double High) Range => (-column[order[^1]], -column[order[0]]);

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities) => Sums.Mean(probabilities, Form(probabilities));

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities) => new(Form(probabilities), target);

    private double[] Form(ReadOnlySpan<double> probabilities)
    {
        var quantile = Tails.Quantile(column, order, probabilities, tail);
        return Array.ConvertAll(column, x => (Math.Max(quantile - x, 0) / tail) - quantile);
    }
}
