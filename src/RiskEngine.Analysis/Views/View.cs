namespace RiskEngine.Analysis.Views;

/// <summary>An opinion about the outcomes: a quantity of their distribution equals, is at least or is at most a figure.</summary>
/// <param name="Name">How it is called where it is refused or reported.</param>
/// <param name="Quantity">What it speaks of.</param>
/// <param name="Relation">How the quantity and the target stand to each other.</param>
/// <param name="Target">The figure, in the quantity's unit.</param>
/// <param name="Confidence">How much it is trusted, above 0 to 1 (certain).</param>
public sealed record View(string Name, ViewedQuantity Quantity, ViewRelation Relation, double Target, double Confidence = 1)
{
    /// <summary>How far a value misses the view, in the quantity's unit; 0 where it holds.</summary>
    internal double Miss(double value) =>
        Relation switch
        {
            ViewRelation.AtLeast => Math.Max(0, Target - value),
            ViewRelation.AtMost => Math.Max(0, value - Target),
            _ => Math.Abs(value - Target),
        };
}

/// <summary>How a viewed quantity and its target stand to each other.</summary>
public enum ViewRelation
{
    /// <summary>They are equal.</summary>
    Equal,

    /// <summary>The quantity is not below the target.</summary>
    AtLeast,

    /// <summary>The quantity is not above the target.</summary>
    AtMost,
}
