namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>The standard deviation of a column.</summary>
/// <remarks>Linear form of the variance at mean m: the mean of (x - m)^2.</remarks>
public sealed class VolatilityOf : ViewedQuantity
{
    private readonly double[] column;

    /// <summary>Takes the column.</summary>
    /// <param name="column">One outcome per path, all finite.</param>
    public VolatilityOf(ReadOnlySpan<float> column)
        : base(column.Length) => this.column = Sums.Widen(column);

    /// <inheritdoc/>
    internal override int Stage => 1;

    /// <inheritdoc/>
    internal override double Scale => Sums.Spread(column);

    /// <inheritdoc/>
    internal override (double Low, double High) Range => (0, (column.Max() - column.Min()) / 2);

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities) => Sums.Moments(probabilities, column).Deviation;

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities)
    {
        var mean = Sums.Mean(probabilities, column);
        return new LinearForm(Array.ConvertAll(column, x => (x - mean) * (x - mean)), target * target);
    }
}
