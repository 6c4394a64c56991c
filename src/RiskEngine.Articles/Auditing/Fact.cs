using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Auditing;

/// <summary>A figure that an article gives for a year.</summary>
/// <param name="Key">What it measures of what, where words say so; empty where they do not.</param>
/// <param name="Name">Name of its row in a table; empty for a sentence's.</param>
/// <param name="Year">The year.</param>
/// <param name="Quantity">The figure.</param>
/// <param name="IsForecast">Whether it is said of what is to come.</param>
/// <param name="Who">Whose figure it is; null for the author's.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">Its sentence, or the name and caption of its table.</param>
internal sealed record Fact(
    string Key,
    string Name,
    int Year,
    Quantity Quantity,
    bool IsForecast,
    string? Who,
    AuditPlace Place,
    string Text
)
{
    /// <summary>Whether it stands in a table.</summary>
    public bool IsTable => Name.Length > 0;

    /// <summary>Whether both are given in one unit.</summary>
    public bool SameUnit(Fact other) => Quantity.Kind == other.Quantity.Kind && Quantity.Unit == other.Quantity.Unit;

    /// <summary>Whether the figures agree: within a hundredth, or as far as "more than" and "about" go.</summary>
    public bool Agrees(Fact other)
    {
        var (a, b) = (Quantity, other.Quantity);
        if (a.IsRange || b.IsRange)
            return a.Low <= b.High * 1.01 && b.Low <= a.High * 1.01;
        var tolerance = a.Bound == QuantityBound.None && b.Bound == QuantityBound.None ? 0.01 : 0.1;
        if (Math.Abs(a.Value - b.Value) <= tolerance * Math.Max(Math.Abs(a.Value), Math.Abs(b.Value)) + 1e-12)
            return true;
        return Bounded(a, b) || Bounded(b, a);
    }

    private static bool Bounded(Quantity bound, Quantity value) =>
        (bound.Bound == QuantityBound.AtLeast && value.Value >= bound.Value)
        || (bound.Bound == QuantityBound.AtMost && value.Value <= bound.Value);
}
