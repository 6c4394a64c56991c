using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>optimise</c>.</summary>
internal static class OptimiserKeys
{
    public static KeySpec<NumberValue> Cap { get; } =
        new("cap", new(new(0, 1, MinIsOpen: true)), "the most of a portfolio that one instrument may be");

    public static KeySpec<TableValue<NumberValue>> Caps { get; } =
        new("caps", new("instrument", new(NumberRange.Probability)), "other caps for some instruments") { Otherwise = "none" };

    public static KeySpec<WholeNumberValue> Points { get; } =
        new("points", new(2, 100), "how many mean profits a least risk is found for") { Default = "20" };

    public static KeySpec<ChoiceValue<bool>> Under { get; } =
        new("under", new([("model", false), ("views", true)]), "the model's paths as they are, or weighted by the views")
        {
            Default = "model",
        };

    public static KeySet All { get; } = new("optimiser", [Cap, Caps, Points, Under, SourceKeys.Source]);
}
