using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>copula</c>.</summary>
internal static class CopulaKeys
{
    public static KeySpec<NumberValue> DegreesOfFreedom { get; } =
        new("degreesOfFreedom", new(new(1, 200)), "the fewer, the more often factors are far out together");

    public static KeySet All { get; } = new("copula", [DegreesOfFreedom]);
}
