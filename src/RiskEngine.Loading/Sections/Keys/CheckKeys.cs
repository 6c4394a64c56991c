using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a check of an article's figures against each other.</summary>
internal static class CheckKeys
{
    private const string One = "none; at most one of the four";

    public static KeySpec<LocalTextValue> Says { get; } = new("says", new(), "what does or does not fit");

    public static KeySpec<ListValue<ReferenceValue>> Claims { get; } =
        new("claims", new(new("id of a claim")) { Least = 1 }, "the claims that it is about");

    public static KeySpec<ListValue<NumberValue>> Growth { get; } = Sum("growth", "`[from, to]`: growth from one figure to the other");

    public static KeySpec<ListValue<NumberValue>> AnnualGrowth { get; } = Sum("annualGrowth", "`[from, to, years]`: growth a year");

    public static KeySpec<ListValue<NumberValue>> Ratio { get; } = Sum("ratio", "`[a, b]`: the first over the second");

    public static KeySpec<ListValue<NumberValue>> Total { get; } =
        new("sum", new(new(NumberRange.Any)) { Least = 2 }, "two parts or more that are added") { Otherwise = One };

    public static KeySpec<NumberValue> Claimed { get; } =
        new("claimed", new(NumberRange.Any), "what the article says the result is") { Otherwise = "required with one of the four" };

    public static KeySpec<NumberValue> Tolerance { get; } =
        new("tolerance", new(NumberRange.Positive), "the rounding that still counts as agreeing; beside one of the four only")
        {
            Default = "0.01",
        };

    public static KeySpec<SettingsValue> Set { get; } =
        new(
            "set",
            new(),
            "what the scenario would say if the other statement were right: paths as in a case's `set`; the report then says whether "
                + "the answer would be another"
        )
        {
            Otherwise = "nothing rests on it",
        };

    /// <summary>What a check may compute.</summary>
    public static IReadOnlyList<KeySpec> Sums { get; } = [Growth, AnnualGrowth, Ratio, Total];

    public static KeySet All { get; } = new("check", [Says, Claims, .. Sums, Claimed, Tolerance, Set]) { HasOwnTable = true };

    private static KeySpec<ListValue<NumberValue>> Sum(string name, string meaning) =>
        new(name, new(new(NumberRange.Any)) { Least = 2 }, meaning) { Condition = "above 0", Otherwise = One };
}
