using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of thesis files.</summary>
internal static class ThesisKeys
{
    public static KeySpec<MappingValue> Article { get; } = new("article", new(() => ArticleKeys.All), "whose words the thesis gives");

    public static KeySpec<LocalTextValue> Summary { get; } = new("summary", new(), "the argument in two or three sentences");

    public static KeySpec<TableValue<MappingValue>> Claims { get; } =
        new("claims", new("id", new(() => ClaimKeys.All)) { Declares = true }, "every statement that something rests on");

    public static KeySpec<TableValue<KindValue>> Factors { get; } =
        MarketKeys.Factors with
        {
            Meaning = "what the article forecasts, as in market files",
        };

    public static KeySpec<TableValue<MappingValue>> Exposures { get; } =
        Items("exposures", () => ExposureKeys.All, "who gains or loses", Settable.InCases);

    public static KeySpec<TableValue<MappingValue>> Recommendations { get; } =
        Items("recommendations", () => RecommendationKeys.All, "what the article tells to do", Settable.InCases);

    public static KeySpec<TableValue<MappingValue>> Predictions { get; } =
        Items("predictions", () => PredictionKeys.All, "what it says will be so on a date", Settable.Never);

    public static KeySpec<TableValue<MappingValue>> Indicators { get; } =
        Items("indicators", () => IndicatorKeys.All, "what it tells to watch", Settable.Never);

    public static KeySpec<TableValue<MappingValue>> Deals { get; } =
        Items("deals", () => DealKeys.All, "the deals that it reports", Settable.InCases);

    public static KeySpec<TableValue<MappingValue>> Checks { get; } =
        Items("checks", () => CheckKeys.All, "its figures held against each other", Settable.Never);

    public static KeySet All { get; } =
        new("thesis file", [Article, Summary, Claims, Factors, Exposures, Recommendations, Predictions, Indicators, Deals, Checks])
        {
            HasOwnTable = true,
        };

    private static KeySpec<TableValue<MappingValue>> Items(string name, Func<KeySet> keys, string meaning, Settable settable) =>
        new(name, new("id", new(keys)) { Declares = true }, meaning) { Settable = settable, Otherwise = "none" };
}
