using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a range of values.</summary>
internal static class RangeKeys
{
    public static KeySpec<NumberValue> From { get; } = new("from", new(NumberRange.Any), "first value");

    public static KeySpec<NumberValue> To { get; } = new("to", new(NumberRange.Any), "last value");

    public static KeySpec<WholeNumberValue> Count { get; } =
        new("count", new(2, 100_000), "how many values, evenly spaced; a design of points needs none") { Otherwise = "`step`" };

    public static KeySpec<NumberValue> Step { get; } =
        new("step", new(NumberRange.Positive), "distance of the values; the last is the greatest that is not beyond `to`")
        {
            Otherwise = "`count`",
        };

    public static KeySet All { get; } = new("range", [From, To, Count, Step]);
}
