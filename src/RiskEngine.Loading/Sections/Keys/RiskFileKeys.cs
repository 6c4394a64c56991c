using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of risk files.</summary>
internal static class RiskFileKeys
{
    public static KeySpec<TableValue<MappingValue>> Risks { get; } =
        new("risks", new("id", new(() => RiskKeys.All)) { Declares = true }, "events that may occur")
        {
            Settable = Settable.InCases,
            Otherwise = "none",
        };

    public static KeySet All { get; } = new("risk file", [Risks]);
}
