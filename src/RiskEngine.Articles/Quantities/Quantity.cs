using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>What a quantity measures.</summary>
public enum QuantityKind
{
    /// <summary>A bare number.</summary>
    Number,

    /// <summary>Money, perhaps for one of something (<c>USD/oz</c>).</summary>
    Money,

    /// <summary>A part of a whole or a rate, as a decimal: 85% is 0.85.</summary>
    Percent,

    /// <summary>A difference of rates, as a decimal: 25 basis points are 0.0025.</summary>
    Points,

    /// <summary>How many times as much: doubled is 2, halved 0.5.</summary>
    Multiple,

    /// <summary>Things counted or physical units.</summary>
    Amount,
}

/// <summary>How exactly a quantity is meant.</summary>
public enum QuantityBound
{
    /// <summary>As it stands.</summary>
    None,

    /// <summary>About as much: "nearly", 约.</summary>
    About,

    /// <summary>So much or more: "more than", 超过.</summary>
    AtLeast,

    /// <summary>So much or less: "less than", 不足.</summary>
    AtMost,
}

/// <summary>A quantity in an article, in whole units: 亿 and "bn" are multiplied out.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The value, or the upper end of a range.</param>
/// <param name="Unit">A currency (ISO 4217), a unit (<c>GWh</c>, <c>vehicles</c>), or empty.</param>
/// <param name="Bound">How exactly it is meant.</param>
/// <param name="Start">Where it begins in the words of its sentence.</param>
/// <param name="Length">How many characters of them it takes.</param>
/// <param name="Span">The same in the article.</param>
public sealed record Quantity(
    QuantityKind Kind,
    double Low,
    double High,
    string Unit,
    QuantityBound Bound,
    int Start,
    int Length,
    TextSpan Span
)
{
    /// <summary>The value; of a range its middle.</summary>
    public double Value => (Low + High) / 2;

    /// <summary>Whether a range was given.</summary>
    public bool IsRange => Low != High;
}
