using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Abstractions.Portfolios;

/// <summary>Which recommendations a variant follows.</summary>
public enum VariantKind
{
    /// <summary>None.</summary>
    AsHeld,

    /// <summary>All that trade.</summary>
    FollowingAll,

    /// <summary>Only one.</summary>
    Only,

    /// <summary>All but one.</summary>
    Without,
}

/// <summary>A portfolio as held, or with recommendations followed.</summary>
/// <param name="Kind">Which ones.</param>
/// <param name="Recommendation">The one that <see cref="VariantKind.Only"/> and <see cref="VariantKind.Without"/> speak of; else
/// null.</param>
public sealed record Variant(VariantKind Kind, Recommendation? Recommendation)
{
    /// <summary>The id in files: <c>as-held</c>, <c>all</c>, <c>only:ID</c>, <c>without:ID</c>.</summary>
    public string Id =>
        Kind switch
        {
            VariantKind.AsHeld => HeadlineVariant.AsHeld.Id(),
            VariantKind.FollowingAll => HeadlineVariant.FollowingAll.Id(),
            VariantKind.Only => $"only:{Recommendation!.Id}",
            _ => $"without:{Recommendation!.Id}",
        };
}
