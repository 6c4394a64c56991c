namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>The kurtosis of a column: its fourth central moment over the square of its variance; 3 for a normal.</summary>
/// <remarks>Influence values z^4 - 4 g z - 2 k (z^2 - 1) - k, z the standardised outcome, g the skewness and k the kurtosis.</remarks>
public sealed class KurtosisOf : ViewedQuantity
{
    private readonly double[] column;

    /// <summary>Takes the column.</summary>
    /// <param name="column">One outcome per path, all finite.</param>
    public KurtosisOf(ReadOnlySpan<float> column)
        : base(column.Length) => this.column = Sums.Widen(column);

    /// <inheritdoc/>
    internal override int Stage => 2;

    /// <inheritdoc/>
    internal override double Scale => 1;

    /// <inheritdoc/>
    internal override (double Low, double High) Range => (1, double.PositiveInfinity);

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities) => Shape(probabilities).Kurtosis;

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities)
    {
        var (mean, deviation) = Sums.Moments(probabilities, column);
        var (g, k) = Shape(probabilities);
        return new LinearForm(
            Array.ConvertAll(
                column,
                x =>
                {
                    var z = (x - mean) / deviation;
                    return (z * z * z * z) - (4 * g * z) - (2 * k * ((z * z) - 1)) - k;
                }
            ),
            target - k
        );
    }

    private (double Skewness, double Kurtosis) Shape(ReadOnlySpan<double> probabilities)
    {
        var (mean, deviation) = Sums.Moments(probabilities, column);
        var (third, fourth) = (0.0, 0.0);
        for (var i = 0; i < column.Length; i++)
        {
            var z = (column[i] - mean) / deviation;
            third += probabilities[i] * z * z * z;
            fourth += probabilities[i] * z * z * z * z;
        }

        return (third, fourth);
    }
}
