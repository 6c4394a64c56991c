using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a correlation group.</summary>
internal static class CorrelationGroupKeys
{
    public static KeySpec<ListValue<ReferenceValue>> Factors { get; } =
        new("factors", new(new("id of a factor")) { Least = 1 }, "which factors belong to it");

    public static KeySpec<NumberValue> Within { get; } =
        new("within", new(NumberRange.Correlation), "of two factors of the group") { Otherwise = "not given" };

    public static KeySpec<TableValue<NumberValue>> With { get; } =
        new("with", new("group", new(NumberRange.Correlation)), "of one factor of the group and one of another group")
        {
            Otherwise = "not given",
        };

    public static KeySet All { get; } = new("correlation group", [Factors, Within, With, SourceKeys.Source]) { HasOwnTable = true };
}
