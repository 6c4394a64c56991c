using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a view.</summary>
internal static class ViewKeys
{
    private const string One = "none; exactly one of the ten";
    private const string Bound = "none; exactly one of the three, none beside `ranking`";

    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<ListValue<ReferenceValue>> Claims { get; } =
        new("claims", new(new("`thesis/claim`")), "what it rests on") { Otherwise = "none" };

    public static KeySpec<ReferenceValue> Horizon { get; } =
        new("horizon", new("id of a horizon"), "when it is to hold") { Otherwise = "the middle one" };

    public static KeySpec<NumberValue> Confidence { get; } =
        new("confidence", new(new(0, 1, MinIsOpen: true)), "how far it is trusted: by half, it moves things half way") { Default = "1" };

    public static KeySpec<ListValue<ReferenceValue>> Mean { get; } =
        On("mean", "mean of a factor's value, or of an instrument's profit since the as-of date, at the horizon");

    public static KeySpec<ListValue<ReferenceValue>> Volatility { get; } =
        On("volatility", "standard deviation of the same, not annualised, above 0");

    public static KeySpec<ListValue<ReferenceValue>> Quantile { get; } =
        On("quantile", "the value that a part `level` of the paths does not exceed");

    public static KeySpec<ListValue<ReferenceValue>> Var { get; } = On("var", "value at risk of an instrument, positive, with `level`");

    public static KeySpec<ListValue<ReferenceValue>> Es { get; } = On("es", "expected shortfall of an instrument, positive, with `level`");

    public static KeySpec<ListValue<ReferenceValue>> Skewness { get; } = On("skewness", "skewness of the value or profit");

    public static KeySpec<ListValue<ReferenceValue>> Kurtosis { get; } =
        On("kurtosis", "kurtosis of the value or profit, above 1; that of a normal is 3");

    public static KeySpec<ListValue<ReferenceValue>> Correlation { get; } =
        new("correlation", new(new("id of a factor or instrument")), "of two, -1 to 1") { Otherwise = One };

    public static KeySpec<ListValue<ReferenceValue>> Ranking { get; } =
        new("ranking", new(new("id of a factor or instrument")), "means in this order, the best first; no figure") { Otherwise = One };

    public static KeySpec<TextValue> Probability { get; } =
        new(
            "probability",
            new("id of a prediction, risk or deal"),
            "of a prediction (which has its own date), or that a risk or deal occurs by the horizon; 0 to 1"
        )
        {
            Otherwise = One,
        };

    public static KeySpec<NumberValue> Level { get; } =
        new("level", new(new(0, 1, MinIsOpen: true, MaxIsOpen: true)), "of `quantile`, `var` and `es`, and of them alone")
        {
            Otherwise = "0.95; required for `quantile`",
        };

    public static KeySpec<NumberValue> Is { get; } = new("is", new(NumberRange.Any), "the figure that is to hold") { Otherwise = Bound };

    public static KeySpec<NumberValue> AtLeast { get; } =
        new("atLeast", new(NumberRange.Any), "the figure that is at least to hold") { Otherwise = Bound };

    public static KeySpec<NumberValue> AtMost { get; } =
        new("atMost", new(NumberRange.Any), "the figure that is at most to hold") { Otherwise = Bound };

    /// <summary>What a view may speak of.</summary>
    public static IReadOnlyList<KeySpec> Quantities { get; } =
    [Mean, Volatility, Quantile, Var, Es, Skewness, Kurtosis, Correlation, Ranking, Probability];

    /// <summary>How a view may bound it.</summary>
    public static IReadOnlyList<KeySpec> Bounds { get; } = [Is, AtLeast, AtMost];

    public static KeySet All { get; } =
        new("view", [Name, Claims, Horizon, Confidence, .. Quantities, .. Bounds, Level, SourceKeys.Source])
        {
            ExactlyOneOf = Quantities,
            HasOwnTable = true,
        };

    private static KeySpec<ListValue<ReferenceValue>> On(string name, string meaning) =>
        new(name, new(new("id of a factor or instrument")), meaning) { Otherwise = One };
}
