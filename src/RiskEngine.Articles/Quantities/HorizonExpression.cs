using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>The three horizons that advice is read into.</summary>
public enum HorizonBucket
{
    /// <summary>Up to 3 months.</summary>
    ShortTerm,

    /// <summary>Above 3, up to 18 months.</summary>
    MediumTerm,

    /// <summary>Above 18 months.</summary>
    LongTerm,
}

/// <summary>How long advice is meant for, as an article says it.</summary>
/// <param name="Bucket">Its horizon.</param>
/// <param name="FromMonths">From how many months on; 0 where none is given.</param>
/// <param name="ToMonths">Until how many months; 0 where none is given.</param>
/// <param name="Span">The words that say so.</param>
public sealed record HorizonExpression(HorizonBucket Bucket, double FromMonths, double ToMonths, TextSpan Span)
{
    /// <summary>The other horizon that the words can mean as well; null where they are plain.</summary>
    public HorizonBucket? Otherwise { get; init; }
}
