using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a recommendation.</summary>
internal static class RecommendationKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<ListValue<ReferenceValue>> Claims { get; } =
        new("claims", new(new("id of a claim")) { Least = 1 }, "what it rests on");

    public static KeySpec<ReferenceValue> Horizon { get; } = new("horizon", new("id of a horizon"), "when it is judged");

    public static KeySpec<ReferenceValue> Verb { get; } =
        new("verb", new("verb"), "a row of the conviction table: what to do, and how much of it");

    public static KeySpec<NumberValue> Size { get; } =
        new("size", new(NumberRange.Probability), "overrides the verb's size; none for a verb that watches") { Otherwise = "the verb's" };

    public static KeySpec<EitherValue> Targets { get; } =
        new(
            "targets",
            new(
                new TableValue<NumberValue>("instrument", new(new(0, 1, MinIsOpen: true))),
                new ListValue<ReferenceValue>(new("id of an instrument"))
            ),
            "to buy: weights, adding to 1 within 0.00001; to reduce: a list; to watch: none, or a list"
        )
        {
            Otherwise = "required, but to watch",
        };

    public static KeySpec<TenorValue> From { get; } =
        new("from", new(MayBeZero: true), "when it is followed, after the as-of date") { Default = "0d" };

    public static KeySpec<TenorValue> Until { get; } =
        new("until", new(), "when it is undone, after `from`") { Otherwise = "the horizon's" };

    public static KeySpec<ChoiceValue<Funding>> Funding { get; } =
        new(
            "funding",
            new([("pro-rata", Abstractions.Theses.Funding.ProRata), ("cash", Abstractions.Theses.Funding.Cash)]),
            "what pays for it: every position but private stakes, which can't be sold (sizes are of the portfolio without them), or cash"
        )
        {
            Default = "pro-rata",
        };

    public static KeySpec<NumberValue> Cost { get; } =
        new("cost", ScenarioKeys.Costs.Value, "overrides `costs`") { Unit = ScenarioKeys.Costs.Unit, Otherwise = "`costs`" };

    public static KeySpec<ListValue<MappingValue>> Readings { get; } =
        new("readings", new(new(() => ReadingKeys.All)), "other ways to read it, where the article's words allow more than one, see below")
        {
            Otherwise = "none",
        };

    public static KeySet All { get; } =
        new("recommendation", [Name, Claims, Horizon, Verb, Size, Targets, From, Until, Funding, Cost, Readings, SourceKeys.Source])
        {
            HasOwnTable = true,
        };
}
