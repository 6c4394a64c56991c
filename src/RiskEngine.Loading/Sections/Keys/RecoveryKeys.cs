using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>recovery</c>.</summary>
internal static class RecoveryKeys
{
    public static KeySpec<TenorValue> HalfLife { get; } = new("halfLife", new(), "time in which half of what comes back has come back");

    public static KeySpec<NumberValue> Share { get; } =
        new("share", new(NumberRange.Probability), "the part that comes back; of relative sizes, of the logarithm")
        {
            Otherwise = "required for `level`, 1 for the others",
        };

    public static KeySet All { get; } = new("recovery", [HalfLife, Share]);
}
