namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>The correlation of two columns.</summary>
/// <remarks>
/// Influence values z w - r (z^2 + w^2) / 2, z and w the standardised outcomes and r the correlation (Devlin, Gnanadesikan and Kettenring
/// 1975).
/// </remarks>
public sealed class CorrelationOf : ViewedQuantity
{
    private readonly double[] first;
    private readonly double[] second;

    /// <summary>Takes the columns.</summary>
    /// <param name="first">One outcome per path, all finite.</param>
    /// <param name="second">The same paths.</param>
    public CorrelationOf(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
        : base(first.Length)
    {
        this.first = Sums.Widen(first);
        this.second = Sums.Widen(second);
    }

    /// <inheritdoc/>
    internal override int Stage => 2;

    /// <inheritdoc/>
    internal override double Scale => 1;

    /// <inheritdoc/>
    internal override (double Low, double High) Range => (-1, 1);

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities)
    {
        var ((m, s), (n, t)) = (Sums.Moments(probabilities, first), Sums.Moments(probabilities, second));
        var product = 0.0;
        for (var i = 0; i < first.Length; i++)
            product += probabilities[i] * (first[i] - m) * (second[i] - n);
        return product / (s * t);
    }

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities)
    {
        var ((m, s), (n, t)) = (Sums.Moments(probabilities, first), Sums.Moments(probabilities, second));
        var r = Value(probabilities);
        var column = new double[first.Length];
        for (var i = 0; i < column.Length; i++)
        {
            var (z, w) = ((first[i] - m) / s, (second[i] - n) / t);
            column[i] = (z * w) - (r / 2 * ((z * z) + (w * w)));
        }

        return new LinearForm(column, target - r);
    }
}
