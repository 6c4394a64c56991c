namespace RiskEngine.Analysis.Views;

/// <summary>A figure of the distribution of outcomes that a view can speak of.</summary>
/// <remarks>
/// A view must become linear in the paths' probabilities to be solved. Means, probabilities and quantiles are; of the others each gives its
/// influence values at the distribution reached so far (the gradient in the probabilities), and is linearised again until it holds.
/// </remarks>
public abstract class ViewedQuantity
{
    private protected ViewedQuantity(int paths) => Paths = paths;

    /// <summary>The number of paths.</summary>
    public int Paths { get; }

    /// <summary>
    /// When it joins (Vorobets 2021): 0 what is linear, 1 what needs a mean or a quantile, 2 what needs means and volatilities.
    /// </summary>
    internal virtual int Stage => 0;

    /// <summary>A size in its unit by which misses are judged.</summary>
    internal abstract double Scale { get; }

    /// <summary>The smallest and largest value that any probabilities give it.</summary>
    internal abstract (double Low, double High) Range { get; }

    /// <summary>Its value under probabilities of the paths.</summary>
    public abstract double Value(ReadOnlySpan<double> probabilities);

    /// <summary>The linear form of "its value is the target", at the probabilities reached so far.</summary>
    internal abstract LinearForm Linearise(double target, ReadOnlySpan<double> probabilities);
}

/// <summary>The mean of a column, and what it is compared with.</summary>
/// <param name="Column">One number per path.</param>
/// <param name="Bound">What its mean is compared with.</param>
/// <param name="Falls">Whether the quantity falls where the mean rises, so that "at least" becomes "at most".</param>
internal sealed record LinearForm(double[] Column, double Bound, bool Falls = false);
