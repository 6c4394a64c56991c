using RiskEngine.Batches.Sweeps;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>First nothing changed, then each number alone near its low end and near its high end.</summary>
/// <param name="ranges">The numbers.</param>
public sealed class ScreeningDesign(IReadOnlyList<SweptRange> ranges) : SweepDesign
{
    /// <summary>Where the ends are taken: nearly all of a distribution lies between.</summary>
    public const double Low = 0.025;

    /// <summary>The other end.</summary>
    public const double High = 1 - Low;

    /// <inheritdoc/>
    public override long Count => 1 + (2L * ranges.Count);

    /// <inheritdoc/>
    public override IReadOnlyList<SweptValue> At(long point) =>
        point == 0 ? [] : [ranges[(int)((point - 1) / 2)].At(point % 2 == 1 ? Low : High)];
}
