namespace RiskEngine.Abstractions.Portfolios;

/// <summary>The two variants that every portfolio has, whatever the recommendations.</summary>
public enum HeadlineVariant
{
    /// <summary>The portfolio as held.</summary>
    AsHeld,

    /// <summary>With all recommendations followed that trade.</summary>
    FollowingAll,
}

/// <summary>How files name headline variants.</summary>
public static class HeadlineVariantIds
{
    /// <summary>Its id in files: <c>as-held</c> or <c>all</c>.</summary>
    public static string Id(this HeadlineVariant variant) => variant == HeadlineVariant.AsHeld ? "as-held" : "all";
}
