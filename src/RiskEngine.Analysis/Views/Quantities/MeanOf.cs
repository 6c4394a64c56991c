namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>The mean of a column.</summary>
public sealed class MeanOf : ViewedQuantity
{
    private readonly double[] column;

    /// <summary>Takes the column.</summary>
    /// <param name="column">One outcome per path, all finite.</param>
    public MeanOf(ReadOnlySpan<float> column)
        : base(column.Length) => this.column = Sums.Widen(column);

    /// <summary>The mean of the first column less that of the second: at least 0 ranks the first above the second.</summary>
    /// <param name="first">One outcome per path, all finite.</param>
    /// <param name="second">The same paths.</param>
    public static MeanOf Difference(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var difference = new float[first.Length];
        for (var i = 0; i < difference.Length; i++)
            difference[i] = first[i] - second[i];
        return new MeanOf(difference);
    }

    /// <summary>The column whose mean it is, one number per path.</summary>
    public float[] Outcomes() => Array.ConvertAll(column, x => (float)x);

    /// <inheritdoc/>
    internal override double Scale => Sums.Spread(column);

    /// <inheritdoc/>
    internal override (double Low, double High) Range => (column.Min(), column.Max());

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities) => Sums.Mean(probabilities, column);

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities) => new(column, target);
}
