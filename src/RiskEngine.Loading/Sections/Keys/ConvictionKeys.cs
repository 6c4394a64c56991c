using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a row of the conviction table.</summary>
internal static class ConvictionKeys
{
    public static KeySpec<ChoiceValue<Direction>> Direction { get; } =
        new(
            "direction",
            new([
                ("watch", Abstractions.Theses.Direction.Watch),
                ("buy", Abstractions.Theses.Direction.Buy),
                ("reduce", Abstractions.Theses.Direction.Reduce),
            ]),
            "what the verb tells to do"
        )
        {
            Otherwise = "as in the default table; required for a new verb",
        };

    public static KeySpec<NumberValue> Size { get; } =
        new("size", new(NumberRange.Probability), "part of the portfolio to buy, or of the holding to reduce; 0 to watch")
        {
            Otherwise = "as in the default table; required for a new verb",
        };

    public static KeySet All { get; } = new("conviction", [Direction, Size, SourceKeys.Source]);
}
