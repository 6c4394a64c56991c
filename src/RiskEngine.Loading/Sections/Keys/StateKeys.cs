using System.Globalization;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a state of a factor that switches between them.</summary>
internal static class StateKeys
{
    public static KeySpec<TableValue<NumberValue>> To { get; } = Table("state", RegimeKeys.To);

    public static KeySpec<TableValue<NumberValue>> Drift { get; } = Table("factor", RegimeKeys.Drift);

    public static KeySpec<TableValue<NumberValue>> Volatility { get; } = Table("factor", RegimeKeys.Volatility);

    public static KeySpec<ListValue<MappingValue>> Correlation { get; } =
        new("correlation", new(new(() => RegimeCorrelationKeys.All)), "what becomes of correlations among some factors")
        {
            Otherwise = "none",
        };

    public static KeySet All { get; } = new("state", [To, Drift, Volatility, Correlation]) { HasOwnTable = true };

    private static KeySpec<TableValue<NumberValue>> Table(string kind, ParameterSpec spec) =>
        new(spec.Name, new(kind, new(NumberRange.Of(spec))), spec.Meaning.English)
        {
            Unit = spec.Unit,
            Otherwise = spec.Default?.ToString("R", CultureInfo.InvariantCulture),
        };
}
