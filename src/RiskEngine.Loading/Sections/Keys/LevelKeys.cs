using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a level that something is above or below.</summary>
internal static class LevelKeys
{
    public static KeySpec<NumberValue> Above { get; } =
        new("above", new(NumberRange.Any), "the level it is above") { Otherwise = "none; exactly one of the two" };

    public static KeySpec<NumberValue> Below { get; } =
        new("below", new(NumberRange.Any), "the level it is below") { Otherwise = "none; exactly one of the two" };

    public static KeySet All { get; } = new("level", [Above, Below]) { ExactlyOneOf = [Above, Below] };
}
