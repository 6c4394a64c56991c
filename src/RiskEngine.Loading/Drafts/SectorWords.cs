namespace RiskEngine.Loading.Drafts;

/// <summary>What the name of a fund says of the factor that it may move with: a suggestion for the user, never taken by itself.</summary>
internal static class SectorWords
{
    /// <summary>Longer words first: an S&amp;P 500 fund of technology shares is one of technology shares.</summary>
    private static readonly (string Word, string Factor)[] words =
    [
        ("semiconductor", "semiconductors"),
        ("半导体", "semiconductors"),
        ("information technology", "technology"),
        ("nasdaq", "nasdaq-100"),
        ("纳指", "nasdaq-100"),
        ("纳斯达克", "nasdaq-100"),
        ("ナスダック", "nasdaq-100"),
        ("health care", "health-care"),
        ("emerging market", "emerging-equity"),
        ("新興国", "emerging-equity"),
        ("small-cap", "small-companies"),
        ("small cap", "small-companies"),
        ("mid-cap", "small-companies"),
        ("growth", "us-growth"),
        ("s&p 500", "us-equity"),
        ("s&p500", "us-equity"),
        ("標普500", "us-equity"),
        ("标普500", "us-equity"),
        ("500 index", "us-equity"),
        ("total stock market", "us-equity"),
        ("米国株式", "us-equity"),
        ("all-world", "world-equity"),
        ("all country", "world-equity"),
        ("msci world", "world-equity"),
        ("msci acwi", "world-equity"),
        ("全世界株式", "world-equity"),
        ("target retirement", "world-equity"),
        ("target enrollment", "world-equity"),
        ("stoxx", "europe-equity"),
        ("europe", "europe-equity"),
        ("nikkei", "japan-equity"),
        ("topix", "japan-equity"),
        ("日経", "japan-equity"),
        ("csi 300", "china-a-equity"),
        ("沪深300", "china-a-equity"),
        ("中证500", "china-a-equity"),
        ("恒生", "hong-kong-equity"),
        ("hang seng", "hong-kong-equity"),
        ("treasury", "treasuries-7-10y"),
        ("total bond", "us-bonds"),
        ("aggregate bond", "us-bonds"),
        ("corporate bond", "investment-grade-bonds"),
        ("gold", "gold"),
        ("黄金", "gold"),
        ("money market", "treasury-bills"),
        (" cd ", "treasury-bills"),
        ("bank", "financials"),
        ("银行", "financials"),
        ("銀行", "financials"),
        ("pharma", "health-care"),
        ("医药", "health-care"),
        ("software", "software"),
        ("energy", "energy"),
    ];

    /// <summary>A factor, or null where the name says nothing.</summary>
    public static string? Suggest(string name)
    {
        var plain = name.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
        return words.FirstOrDefault(w => plain.Contains(w.Word, StringComparison.Ordinal)).Factor;
    }
}
