using RiskEngine.Abstractions.Factors;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a change of correlations in a state.</summary>
internal static class RegimeCorrelationKeys
{
    public static KeySpec<ListValue<ReferenceValue>> On { get; } =
        new("on", new(new("id of a factor")) { Least = 2 }, "the factors whose correlations with each other change");

    public static KeySpec<NumberValue> Size { get; } =
        new("size", new(NumberRange.Of(RegimeKeys.Correlation)), RegimeKeys.Correlation.Meaning.English);

    public static KeySet All { get; } = new("change of correlations", [On, Size]);
}
