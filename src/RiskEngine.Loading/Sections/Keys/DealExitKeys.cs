using RiskEngine.Abstractions.Market;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of the end of a private company by a deal.</summary>
internal static class DealExitKeys
{
    public static KeySpec<ReferenceValue> Company { get; } = new("company", new("id of a private instrument"), "which company");

    public static KeySpec<ChoiceValue<ExitRoute>> Route { get; } =
        new("route", new([("listing", ExitRoute.Listing), ("sale", ExitRoute.Sale), ("failure", ExitRoute.Failure)]), "how it ends");

    public static KeySpec<ParameterValue> Multiple { get; } = ExitKeys.Multiple;

    public static KeySet All { get; } = new("exit by a deal", [Company, Route, Multiple]);
}
