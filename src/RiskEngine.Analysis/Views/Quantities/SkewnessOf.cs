namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>The skewness of a column: its third central moment over the cube of its standard deviation.</summary>
/// <remarks>Influence values z^3 - 3 z - 3/2 g (z^2 - 1) - g, z the standardised outcome and g the skewness.</remarks>
public sealed class SkewnessOf : ViewedQuantity
{
    private readonly double[] column;

    /// <summary>Takes the column.</summary>
    /// <param name="column">One outcome per path, all finite.</param>
    public SkewnessOf(ReadOnlySpan<float> column)
        : base(column.Length) => this.column = Sums.Widen(column);

    /// <inheritdoc/>
    internal override int Stage => 2;

    /// <inheritdoc/>
    internal override double Scale => 1;

    /// <inheritdoc/>
    internal override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities)
    {
        var (mean, deviation) = Sums.Moments(probabilities, column);
        var cube = 0.0;
        for (var i = 0; i < column.Length; i++)
        {
            var z = (column[i] - mean) / deviation;
            cube += probabilities[i] * z * z * z;
        }

        return cube;
    }

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities)
    {
        var (mean, deviation) = Sums.Moments(probabilities, column);
        var g = Value(probabilities);
        return new LinearForm(
            Array.ConvertAll(
                column,
                x =>
                {
                    var z = (x - mean) / deviation;
                    return (z * z * z) - (3 * z) - (1.5 * g * ((z * z) - 1)) - g;
                }
            ),
            target - g
        );
    }
}
