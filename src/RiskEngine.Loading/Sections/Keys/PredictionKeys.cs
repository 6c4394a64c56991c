using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a prediction.</summary>
internal static class PredictionKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<ReferenceValue> Claim { get; } = new("claim", new("id of a claim"), "what it rests on");

    public static KeySpec<DateValue> Date { get; } = new("date", new(), "when it is judged, after the as-of date");

    public static KeySpec<MappingValue> When { get; } = new("when", new(() => ConditionKeys.All), "when it has come true, see below");

    public static KeySet All { get; } = new("prediction", [Name, Claim, Date, When, SourceKeys.Source]) { HasOwnTable = true };
}
