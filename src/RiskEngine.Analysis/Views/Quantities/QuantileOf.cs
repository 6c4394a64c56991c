namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>
/// A quantile of a column, or its value at risk. "The quantile at p is v" means that outcomes up to v have the probability p.
/// </summary>
public sealed class QuantileOf : ViewedQuantity
{
    private readonly double[] column;
    private readonly double probability;
    private readonly int sign;
    private int[]? order;

    private QuantileOf(ReadOnlySpan<float> column, double probability, int sign)
        : base(column.Length)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability strictly between 0 and 1.");
        this.column = Sums.Widen(column);
        this.probability = probability;
        this.sign = sign;
    }

    /// <summary>The quantile at p of outcomes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">p is not strictly between 0 and 1.</exception>
    public static QuantileOf Outcomes(ReadOnlySpan<float> column, double probability) => new(column, probability, 1);

    /// <summary>The value at risk of profits: minus the quantile at 1 - level; positive is a loss.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static QuantileOf Losses(ReadOnlySpan<float> profits, double level) => new(profits, 1 - level, -1);

    /// <inheritdoc/>
    internal override double Scale => Sums.Spread(column);

    /// <inheritdoc/>
    internal override (double Low, double High) Range => sign > 0 ? (column.Min(), column.Max()) : (-column.Max(), -column.Min());

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities) =>
        sign * Tails.Quantile(column, order ??= Tails.Order(column), probabilities, probability);

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities) =>
        new(Array.ConvertAll(column, x => x <= sign * target ? 1.0 : 0.0), probability, Falls: sign > 0);
}
