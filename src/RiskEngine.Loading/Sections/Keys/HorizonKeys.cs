using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>horizons</c> where one is a mapping.</summary>
internal static class HorizonKeys
{
    public static KeySpec<TenorValue> Tenor { get; } = new("tenor", new(), "time from the as-of date");

    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers") { Otherwise = "the id" };

    public static KeySet All { get; } = new("horizon", [Tenor, Name]);
}
