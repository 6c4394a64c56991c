using RiskEngine.Loading.Batches;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a design.</summary>
internal static class DesignKeys
{
    public static KeySpec<ChoiceValue<DesignKind>> Kind { get; } =
        new(
            "kind",
            new([
                ("grid", DesignKind.Grid),
                ("one-at-a-time", DesignKind.OneAtATime),
                ("latin-hypercube", DesignKind.LatinHypercube),
                ("sobol", DesignKind.Sobol),
            ]),
            "every value with every other; one path at a time with all others as the files say; or points spread over all ranges at once"
        );

    public static KeySpec<WholeNumberValue> Points { get; } =
        new("points", new(2, 1_000_000), "how many points, of `latin-hypercube` and `sobol`") { Otherwise = "none" };

    public static KeySpec<WholeNumberValue> Seed { get; } =
        new("seed", new(0, ulong.MaxValue), "of the points, not of the paths") { Default = "1" };

    public static KeySet All { get; } = new("design", [Kind, Points, Seed]);
}
