using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The ways in which a private company may end, and the keys of each.</summary>
internal static class ExitKeys
{
    /// <summary>A probability that a finite hazard can give.</summary>
    public static NumberRange HazardProbabilities { get; } = new(0, 1, MaxIsOpen: true);

    /// <summary>What a stake may be worth, as a multiple of its mark.</summary>
    public static NumberRange Multiples { get; } = new(0, 100);

    public static KeySpec<NumberValue> Probability { get; } =
        new("probability", new(HazardProbabilities), "that it comes within the tenor if nothing else comes first (a constant hazard)");

    public static KeySpec<TenorValue> Within { get; } = new("within", new(), "time from the as-of date");

    public static KeySpec<ParameterValue> Multiple { get; } =
        new("multiple", new(Multiples), "what the stake is then worth, as a multiple of its mark");

    public static KeySpec<MappingValue> Listing { get; } = Way("listing", "it is listed");

    public static KeySpec<MappingValue> Sale { get; } = Way("sale", "it is sold");

    public static KeySpec<MappingValue> DownRound { get; } = Way("downRound", "it takes money at a lower price");

    public static KeySpec<MappingValue> Failure { get; } = Way("failure", "it fails");

    /// <summary>The keys of each way.</summary>
    public static KeySet Exit { get; } = new("exit", [Probability, Within, Multiple]) { HasOwnTable = true };

    public static KeySet All { get; } = new("exits", [Listing, Sale, DownRound, Failure]);

    private static KeySpec<MappingValue> Way(string name, string meaning) =>
        new(name, new(() => Exit), meaning) { Otherwise = "none; at least one of the four" };
}
