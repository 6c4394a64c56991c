namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>The probability of an event, which each path either has or has not.</summary>
public sealed class ProbabilityOf : ViewedQuantity
{
    private readonly double[] indicator;

    /// <summary>Takes the event.</summary>
    /// <param name="holds">For each path, whether it happens.</param>
    public ProbabilityOf(ReadOnlySpan<bool> holds)
        : base(holds.Length)
    {
        indicator = new double[holds.Length];
        for (var i = 0; i < holds.Length; i++)
            indicator[i] = holds[i] ? 1 : 0;
    }

    /// <inheritdoc/>
    internal override double Scale => 1;

    /// <inheritdoc/>
    internal override (double Low, double High) Range => (indicator.Min(), indicator.Max());

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> probabilities) => Sums.Mean(probabilities, indicator);

    /// <inheritdoc/>
    internal override LinearForm Linearise(double target, ReadOnlySpan<double> probabilities) => new(indicator, target);
}
