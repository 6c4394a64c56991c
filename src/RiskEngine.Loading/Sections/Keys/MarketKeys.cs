using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of market files.</summary>
internal static class MarketKeys
{
    public static KeySpec<TableValue<MappingValue>> Calibrations { get; } =
        new("calibrations", new("id", new(() => CalibrationKeys.All)) { Declares = true }, "the estimations that sources refer to")
        {
            Otherwise = "none",
        };

    public static KeySpec<TableValue<MappingValue>> Histories { get; } =
        new("histories", new("id", new(() => JointHistoryKeys.All)) { Declares = true }, "joint histories that factors draw from")
        {
            Settable = Settable.InCases,
            Otherwise = "none",
        };

    public static KeySpec<TableValue<KindValue>> Factors { get; } =
        new("factors", new("id", FactorKeys.Value) { Declares = true }, "what moves") { Settable = Settable.InCases, Otherwise = "none" };

    public static KeySpec<TableValue<TableValue<NumberValue>>> Correlations { get; } =
        new(
            "correlations",
            new("factor", new("factor", new(NumberRange.Correlation)) { TakesSource = true }) { TakesSource = true },
            "of two factors' shocks; none is given twice"
        )
        {
            Settable = Settable.InCases,
            Otherwise = "0",
        };

    public static KeySpec<TableValue<MappingValue>> CorrelationGroups { get; } =
        new(
            "correlationGroups",
            new("id", new(() => CorrelationGroupKeys.All)) { Declares = true },
            "defaults for pairs that `correlations` does not name"
        )
        {
            Settable = Settable.InCases,
            Otherwise = "none",
        };

    public static KeySpec<TableValue<MappingValue>> Groups { get; } =
        new("groups", new("id", new(() => GroupKeys.All)) { Declares = true }, "groups of instruments") { Otherwise = "none" };

    public static KeySpec<TableValue<KindValue>> Instruments { get; } =
        new("instruments", new("id", InstrumentKeys.Value) { Declares = true }, "what portfolios hold")
        {
            Settable = Settable.InCases,
            Otherwise = "none",
        };

    public static KeySet All { get; } =
        new("market file", [Calibrations, Factors, Histories, Correlations, CorrelationGroups, Groups, Instruments]) { HasOwnTable = true };
}
